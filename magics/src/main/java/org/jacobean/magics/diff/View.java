package org.jacobean.magics.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jacobean.display.live.Axis;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.magic.Arguments;

/** What part of the plane a live descent shows: the ranges given, else what its way passes. */
final class View {
  private View() {}

  static List<Axis> of(Arguments given, DescentResult done, List<Span> spans)
      throws MagicException {
    List<String> names = done.names();
    if (names.size() > 2) {
      throw given.mistake(
          "live draws functions of one or two variables, and here are %d. Without live any number goes"
              .formatted(names.size()));
    }
    for (Span span : spans) {
      if (!names.contains(span.name())) {
        throw given.mistake(
            "there is a range of %s, and the variables are %s"
                .formatted(span.name(), String.join(", ", names)));
      }
    }
    List<Axis> axes = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      axes.add(axis(names.get(i), i, done, spans));
    }
    return axes;
  }

  private static Axis axis(String name, int i, DescentResult done, List<Span> spans) {
    for (Span span : spans) {
      if (span.name().equals(name)) {
        return LiveViews.axis(span);
      }
    }
    double start = done.path()[0][i], near = 4 * Math.max(1, Math.abs(start));
    double[] passed =
        Arrays.stream(done.path())
            .mapToDouble(p -> p[i])
            .filter(v -> Math.abs(v - start) < near)
            .toArray();
    double least = Arrays.stream(passed).min().orElse(start);
    double most = Arrays.stream(passed).max().orElse(start);
    double reach = 1.25 * Math.max(1, Math.max(Math.abs(least), Math.abs(most)));
    return new Axis(name, -reach, reach);
  }
}
