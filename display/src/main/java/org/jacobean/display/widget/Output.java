package org.jacobean.display.widget;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jacobean.display.Bundle;

/** A place on the page for what a callback shows. */
public final class Output extends Widget {
  public Output() {
    super("@jupyter-widgets/output", "1.0.0", "OutputModel", "OutputView");
    set("layout", new Controls.Plain(Controls.BASE, "Layout"));
    set("msg_id", "");
    set("outputs", List.of());
  }

  /** Shows this in place of what was there. */
  public Output show(Bundle bundle) {
    set("outputs", List.of(display(bundle)));
    return this;
  }

  /** Shows this below what is there. */
  public Output append(Bundle bundle) {
    List<Object> all = new ArrayList<>();
    if (get("outputs") instanceof List<?> before) {
      all.addAll(before);
    }
    all.add(display(bundle));
    set("outputs", all);
    return this;
  }

  /** Shows a failure as a cell would. */
  public Output fail(Throwable failure) {
    String name = failure.getClass().getName();
    String message = String.valueOf(failure.getMessage());
    set(
        "outputs",
        List.of(
            Map.of(
                "output_type",
                "error",
                "ename",
                name,
                "evalue",
                message,
                "traceback",
                List.of("\u001b[31m" + name + "\u001b[0m: " + message))));
    return this;
  }

  public Output clear() {
    set("outputs", List.of());
    return this;
  }

  private static Map<String, Object> display(Bundle bundle) {
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("output_type", "display_data");
    output.put("data", bundle.data());
    output.put("metadata", Map.of());
    return output;
  }

  @Override
  protected String plain() {
    return "Output";
  }
}
