package org.jacobean.autodiff;

import java.util.List;
import org.jacobean.autodiff.graph.BackwardStep;
import org.jacobean.autodiff.graph.ComputationGraph;
import org.jacobean.autodiff.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * Where NaN or infinity first arises: in the value on the way forward, in the derivative on the way
 * back.
 *
 * @param value in the evaluation, or null where all of it is finite
 * @param derivative in the reverse sweep, or null where all of it is finite
 */
public record NotFinite(@Nullable Origin value, @Nullable Origin derivative) {

  /**
   * An operation of finite operands that gives no finite number.
   *
   * @param operation as the rules name it: {@code div}, {@code log}
   * @param operands their values, in order
   * @param result NaN or an infinity
   * @param sentence all of it in words
   */
  public record Origin(
      String method,
      int line,
      String operation,
      List<Double> operands,
      double result,
      String sentence) {}

  /** Whether there is nothing to explain. */
  public boolean finite() {
    return value == null && derivative == null;
  }

  static NotFinite of(ComputationGraph graph) {
    return new NotFinite(value(graph), derivative(graph));
  }

  private static @Nullable Origin value(ComputationGraph graph) {
    for (Node n : graph.nodes())
      if (!Double.isFinite(n.value()))
        return origin(n, n.value(), n.isInput() ? "is given as" : "gives");
    return null;
  }

  private static @Nullable Origin derivative(ComputationGraph graph) {
    for (BackwardStep s : graph.backprop().steps()) {
      boolean partial = !Double.isFinite(s.partial());
      if (s.adjoint() != 0 && (partial || !Double.isFinite(s.sum())))
        return origin(
            s.from(),
            partial ? s.partial() : s.sum(),
            partial ? "has the partial derivative" : "hands back the derivative");
    }
    return null;
  }

  private static Origin origin(Node n, double result, String verb) {
    List<Double> operands = n.arguments().stream().map(Node::value).toList();
    String name = n.name() == null ? "" : "`" + n.name() + "`, ";
    String sentence =
        name
            + "`"
            + n.operation()
            + "` of "
            + String.join(", ", operands.stream().map(String::valueOf).toList())
            + " in "
            + n.place()
            + ", "
            + verb
            + " "
            + result;
    return new Origin(
        n.place().method(),
        n.place().line(),
        n.operation(),
        operands,
        result,
        n.isInput() ? "the argument `" + n.name() + "` is given as " + result : sentence);
  }

  @Override
  public String toString() {
    if (finite()) return "value and derivative are finite";
    StringBuilder s = new StringBuilder();
    if (value != null) s.append("value: ").append(value.sentence);
    if (derivative != null)
      s.append(value == null ? "" : "\n").append("derivative: ").append(derivative.sentence);
    return s.toString();
  }
}
