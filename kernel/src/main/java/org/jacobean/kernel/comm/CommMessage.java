package org.jacobean.kernel.comm;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes over a comm: JSON as maps, metadata, and binary data that is not copied. */
public record CommMessage(
    Map<String, @Nullable Object> data,
    Map<String, @Nullable Object> metadata,
    List<byte[]> buffers) {

  public static CommMessage of(Map<String, @Nullable Object> data) {
    return new CommMessage(data, Map.of(), List.of());
  }
}
