package org.jacobean.display.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jacobean.display.Bundle;
import org.jacobean.display.widget.AnyWidget;
import org.jspecify.annotations.Nullable;

/**
 * What the live views share: a module, data, a static form, and answers to questions for slopes.
 */
public abstract sealed class LiveView extends AnyWidget
    permits SurfaceExplorer, DescentStepper, BackpropStepper, DirectionalDial {
  private final String module;
  private final String identity = "jcb-" + UUID.randomUUID().toString().substring(0, 8);
  private final Map<String, Object> meta;
  private final Map<String, double[]> grids;
  private final @Nullable Slopes slopes;

  LiveView(
      String module,
      Map<String, Object> meta,
      Map<String, double[]> grids,
      @Nullable Slopes slopes) {
    super(module);
    this.module = module;
    this.meta = new LinkedHashMap<>(meta);
    this.grids = new LinkedHashMap<>(grids);
    this.slopes = slopes;
    this.meta.put("identity", identity);
    set("meta", this.meta);
    grids.forEach(this::set);
  }

  static String module(String file) {
    return module(LiveView.class, file);
  }

  /** The form that needs no kernel, to be shown in an output of its own before this one. */
  public final Bundle standalone() {
    Map<String, Object> data = new LinkedHashMap<>(meta);
    data.putAll(grids);
    return Page.of(identity, module, data, plain());
  }

  /** A question for the slopes at a point is answered under its number, a failure in words. */
  @Override
  protected void received(Map<String, @Nullable Object> question, List<byte[]> buffers) {
    if (slopes == null || !"slopes".equals(question.get("kind"))) {
      return;
    }
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("kind", "slopes");
    answer.put("id", question.get("id"));
    double[] point = point(question.get("p")), gradient = new double[point.length];
    try {
      answer.put("f", slopes.at(point, gradient));
      answer.put("g", gradient);
    } catch (RuntimeException | StackOverflowError | AssertionError failure) {
      answer.put("f", null);
      answer.put("g", new double[0]);
      answer.put("error", String.valueOf(failure.getMessage()));
    }
    send(finite(answer), List.of());
  }

  private static double[] point(@Nullable Object raw) {
    return raw instanceof List<?> list
        ? list.stream()
            .mapToDouble(v -> v instanceof Number n ? n.doubleValue() : Double.NaN)
            .toArray()
        : new double[0];
  }

  /** JSON has no NaN: numbers that are none become null, which the front end reads as such. */
  private static Map<String, @Nullable Object> finite(Map<String, @Nullable Object> answer) {
    if (answer.get("g") instanceof double[] g) {
      answer.put("g", java.util.Arrays.stream(g).boxed().toList());
    }
    return answer;
  }
}
