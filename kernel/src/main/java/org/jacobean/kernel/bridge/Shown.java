package org.jacobean.kernel.bridge;

import java.util.Map;
import org.jacobean.kernel.io.CellOutput;
import org.jacobean.kernel.protocol.Rendering.Bundle;
import org.jacobean.kernel.wire.Json;
import org.jspecify.annotations.Nullable;

/** The display messages of a cell. */
final class Shown {
  private Shown() {}

  static void display(CellOutput output, Bundle bundle) {
    output.publish("display_data", content(bundle));
  }

  static void update(CellOutput output, Bundle bundle) {
    output.publish("update_display_data", content(bundle));
  }

  static void clear(CellOutput output, boolean wait) {
    output.publish("clear_output", Map.of("wait", wait));
  }

  private static Map<String, @Nullable Object> content(Bundle bundle) {
    return Json.object(
        "data", bundle.data(), "metadata", bundle.metadata(), "transient", bundle.transientData());
  }
}
