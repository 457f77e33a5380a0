package org.jacobean.kernel.protocol;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How values are shown; always with a text that is not empty. */
@FunctionalInterface
public interface Rendering {
  /**
   * What the protocol calls a MIME bundle.
   *
   * @param data representations by MIME type
   * @param metadata of the representations
   * @param transientData such as the display identity
   */
  record Bundle(
      Map<String, @Nullable Object> data,
      Map<String, @Nullable Object> metadata,
      Map<String, @Nullable Object> transientData) {

    /** Plain text alone. */
    public static Bundle text(String text) {
      return new Bundle(Map.of("text/plain", text), Map.of(), Map.of());
    }
  }

  Bundle render(@Nullable Object value);
}
