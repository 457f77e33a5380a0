package org.jacobean.magics.tablesaw;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jacobean.display.plot.Plot;
import org.jacobean.display.plot.Plots;

/**
 * What a figure's JavaScript draws, read from the form Tablesaw's templates give it: one field a
 * line. Enough for a sentence, and for a still picture of points, lines and histograms.
 */
record FigureTraces(String title, String xLabel, String yLabel, List<Trace> traces) {
  /** One series of data. */
  record Trace(String type, String mode, double[] x, double[] y) {
    private boolean paired() {
      return x.length > 0 && x.length == y.length;
    }

    boolean drawable() {
      boolean points = type.startsWith("scatter") && !type.contains("3d") && paired();
      return points || (type.equals("histogram") && x.length > 0);
    }
  }

  private static final Pattern TRACE = Pattern.compile("(?s)var trace\\d+ =\\s*\\{(.*?)\\n\\};");
  private static final Pattern LAYOUT = Pattern.compile("(?s)var layout =\\s*\\{(.*?)\\n\\};");

  static FigureTraces of(String code) {
    String layout = LAYOUT.matcher(code).results().map(m -> m.group(1)).findFirst().orElse("");
    List<Trace> traces = TRACE.matcher(code).results().map(m -> trace(m.group(1))).toList();
    String title = text(layout.replaceFirst("(?s)[xy]axis: \\{.*", ""), "title");
    return new FigureTraces(title, label(layout, "xaxis"), label(layout, "yaxis"), traces);
  }

  private static String label(String layout, String axis) {
    Matcher block = Pattern.compile("(?s)" + axis + ": \\{(.*?)\\}").matcher(layout);
    return block.find() ? text(block.group(1), "title") : "";
  }

  private static Trace trace(String fields) {
    return new Trace(
        text(fields, "type"), text(fields, "mode"), numbers(fields, "x"), numbers(fields, "y"));
  }

  private static String text(String fields, String name) {
    Matcher field =
        Pattern.compile("(?m)^\\s*" + name + ": ['\"](.*?)['\"],?\\s*$").matcher(fields);
    return field.find() ? field.group(1) : "";
  }

  /** Empty unless all of them are numbers. */
  private static double[] numbers(String fields, String name) {
    Matcher field = Pattern.compile("(?m)^\\s*" + name + ": \\[(.*)\\],?\\s*$").matcher(fields);
    if (!field.find() || field.group(1).isBlank()) {
      return new double[0];
    }
    try {
      return Stream.of(field.group(1).split(","))
          .map(word -> word.strip().replaceAll("^['\"]|['\"]$", ""))
          .mapToDouble(Double::parseDouble)
          .toArray();
    } catch (NumberFormatException e) {
      return new double[0];
    }
  }

  String summary() {
    String kinds =
        traces.stream()
            .map(trace -> trace.type().isEmpty() ? "trace" : trace.type())
            .distinct()
            .collect(Collectors.joining(", "));
    return "Figure"
        + (title.isEmpty() ? "" : " \"" + title + "\"")
        + (kinds.isEmpty() ? "" : ": " + kinds);
  }

  /** The figure as SVG; empty when it has parts we do not draw. */
  Optional<String> picture() {
    if (traces.isEmpty() || !traces.stream().allMatch(Trace::drawable)) {
      return Optional.empty();
    }
    try {
      Plot plot = Plots.empty();
      for (Trace trace : traces) {
        plot = drawn(plot, trace);
      }
      return plot.title(title).xLabel(xLabel).yLabel(yLabel).show().get("image/svg+xml");
    } catch (RuntimeException e) {
      // A picture is a convenience here: the live figure does not depend on it.
      return Optional.empty();
    }
  }

  private static Plot drawn(Plot plot, Trace trace) {
    if (trace.type().equals("histogram")) {
      return Plots.histogram(trace.x());
    }
    boolean lines = trace.mode().contains("line");
    Plot with = lines ? plot.line(trace.x(), trace.y()) : plot;
    return trace.mode().contains("marker") || !lines ? with.points(trace.x(), trace.y()) : with;
  }
}
