package org.jacobean.display.live;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jacobean.display.Bundle;
import org.jacobean.display.widget.AnyWidget;
import org.jspecify.annotations.Nullable;

/**
 * What the live views share: a module, data, a static form, and answers to questions for slopes.
 */
public abstract sealed class LiveView extends AnyWidget
    permits SurfaceExplorer, DescentStepper, BackpropStepper, DirectionalDial {
  private static final List<String> SHARED = List.of("common.js", "kernel.js", "style.js");
  private static final Pattern COMMENT = Pattern.compile("//|/\\*|\\* |\\*/");

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

  /** A front end: what all views share, then the files of this one, without their comments. */
  static String module(String... files) {
    return Stream.concat(SHARED.stream(), Arrays.stream(files))
        .map(file -> module(LiveView.class, file))
        .flatMap(String::lines)
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !COMMENT.matcher(line).lookingAt())
        .collect(Collectors.joining("\n"));
  }

  /** The form that needs no kernel, to be shown in an output of its own before this one. */
  public final Bundle standalone() {
    Map<String, Object> data = new LinkedHashMap<>(meta);
    data.putAll(grids);
    return Page.of(identity, module, data, plain(), picture());
  }

  final double[] grid(String name) {
    return grids.getOrDefault(name, new double[0]);
  }

  /** The address of a picture for pages that run no scripts. */
  abstract String picture();

  /** A question is answered under its number, a failure in words. */
  @Override
  protected final void received(Map<String, @Nullable Object> question, List<byte[]> buffers) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("id", question.get("id"));
    List<byte[]> numbers = List.of();
    try {
      numbers = answer(question, answer);
    } catch (RuntimeException | StackOverflowError | AssertionError failure) {
      answer.put("error", String.valueOf(failure.getMessage()));
    }
    send(answer, numbers);
  }

  /** Puts what was asked for into the answer; many numbers are given back as bytes. */
  List<byte[]> answer(
      Map<String, @Nullable Object> question, Map<String, @Nullable Object> answer) {
    if (slopes != null && question.containsKey("p")) {
      double[] point = point(question.get("p")), gradient = new double[point.length];
      answer.put("f", slopes.at(point, gradient));
      answer.put("g", Arrays.stream(gradient).boxed().toList());
    }
    return List.of();
  }

  static double[] point(@Nullable Object raw) {
    return raw instanceof List<?> list
        ? list.stream()
            .mapToDouble(v -> v instanceof Number n ? n.doubleValue() : Double.NaN)
            .toArray()
        : new double[0];
  }
}
