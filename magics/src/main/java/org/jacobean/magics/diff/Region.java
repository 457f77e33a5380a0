package org.jacobean.magics.diff;

import java.util.ArrayList;
import java.util.List;
import org.jacobean.autodiff.Diff;
import org.jacobean.autodiff.Gradient;
import org.jacobean.autodiff.Partials;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.magic.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * A function over an interval or a rectangle.
 *
 * @param spans one a variable, in the order of the function's parameters
 */
record Region(Subject subject, List<Span> spans) {

  /** What a line asks to see: {@code f x=-3..3 y=-3..3} or an expression in place of f. */
  static Region of(MagicCall call, Arguments given, int dimension) throws Exception {
    given.requiredText("a function or an expression");
    Span.Line line = Span.read(call.notebook(), given);
    return of(call, given, line.text(), line.spans(), dimension);
  }

  static Region of(MagicCall call, Arguments given, String text, List<Span> spans, int dimension)
      throws Exception {
    if (text.isEmpty()) {
      throw given.mistake("a function is missing before the ranges");
    }
    Subject subject = Asking.over(call, given, text, spans);
    if (spans.size() != dimension) {
      String example = dimension == 1 ? "x=-3..3" : "x=-3..3 y=-3..3";
      throw given.mistake(
          "%s needs %s, and here %s. Write for example %s"
              .formatted(
                  text,
                  dimension == 1 ? "one range" : dimension + " ranges",
                  spans.size() == 1 ? "stands 1" : "stand " + spans.size(),
                  example));
    }
    return new Region(subject, ordered(given, subject, spans));
  }

  private static List<Span> ordered(Arguments given, Subject subject, List<Span> spans)
      throws MagicException {
    List<Span> ordered = new ArrayList<>();
    for (Subject.Parameter parameter : subject.parameters()) {
      for (Span span : spans) {
        if (span.name().equals(parameter.name())) {
          ordered.add(span);
        }
      }
    }
    if (ordered.size() == spans.size() && ordered.size() == subject.parameters().size()) {
      return ordered;
    }
    throw given.mistake(
        "the variables of %s are %s, and the ranges are of %s"
            .formatted(
                subject.title(),
                String.join(
                    ", ", subject.parameters().stream().map(Subject.Parameter::name).toList()),
                String.join(", ", spans.stream().map(Span::name).toList())));
  }

  double value(double... at) {
    return subject.call(boxed(at)) instanceof Number n ? n.doubleValue() : Double.NaN;
  }

  private static @Nullable Object[] boxed(double[] at) {
    return java.util.Arrays.stream(at).boxed().toArray();
  }

  /** The gradient as a function of the point. */
  Slopes slopes() {
    Gradient gradient = Diff.grad(subject.target());
    return at -> {
      Partials partials = gradient.at(boxed(at));
      double[] slopes = new double[at.length];
      java.util.Arrays.setAll(slopes, i -> ((Number) partials.of(i)).doubleValue());
      return slopes;
    };
  }

  /** Partial derivatives by point. */
  @FunctionalInterface
  interface Slopes {
    double[] at(double... point);
  }

  String title() {
    return subject.signature();
  }
}
