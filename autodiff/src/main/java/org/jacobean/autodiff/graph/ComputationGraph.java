package org.jacobean.autodiff.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jacobean.autodiff.function.Functions;
import org.jspecify.annotations.Nullable;

/**
 * What a method computed from its arguments: operations in the order in which they were carried
 * out, and whatever there is to say about the way taken.
 *
 * @param method as a reader knows it
 * @param nodes each after its arguments
 * @param inputs the real numbers among the arguments, in order
 * @param outputs the real numbers of the result, in order
 * @param decisions comparisons the way depended on
 * @param loops how often loops ran
 */
public record ComputationGraph(
    String method,
    List<Node> nodes,
    List<Node> inputs,
    List<Node> outputs,
    List<Decision> decisions,
    List<LoopRun> loops,
    List<Finding> findings) {

  /** More operations than this are refused unless asked for. */
  public static final int DEFAULT_LIMIT = 50_000;

  public ComputationGraph {
    nodes = List.copyOf(nodes);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    decisions = List.copyOf(decisions);
    loops = List.copyOf(loops);
    findings = List.copyOf(findings);
  }

  /**
   * The graph of a function's evaluation; every double and float among the arguments, in arrays and
   * records too, is an input.
   *
   * @param function a lambda, method reference, Method, MethodHandle or Target
   */
  public static ComputationGraph of(Object function, @Nullable Object... arguments) {
    return of(function, DEFAULT_LIMIT, arguments);
  }

  /** The same with another bound on the number of operations. */
  public static ComputationGraph of(Object function, int limit, @Nullable Object[] arguments) {
    return new Tracing(Functions.target(function), limit).run(arguments);
  }

  /** The value of a result that is one number. */
  public double value() {
    return output().value();
  }

  /** The node of a result that is one number. */
  public Node output() {
    return outputs.get(0);
  }

  /** The reverse sweep from the (first) output. */
  public Backprop backprop() {
    return backprop(0);
  }

  /** The reverse sweep from one of several outputs. */
  public Backprop backprop(int output) {
    return new Backprop(this, outputs.get(output));
  }

  /** The forward sweep along a direction, one component for each input. */
  public List<ForwardStep> forward(double... direction) {
    if (direction.length != inputs.size()) {
      throw new org.jacobean.autodiff.error.BadArgument(
          "The direction has "
              + direction.length
              + " components, but "
              + method
              + " has "
              + inputs.size()
              + " inputs");
    }
    return new Tangents(this, direction).steps();
  }

  /** The graph without what the outputs do not depend on, and without the decisions. */
  public ComputationGraph withoutUnused() {
    java.util.BitSet used = new java.util.BitSet();
    outputs.forEach(o -> used.set(o.index()));
    for (int i = nodes.size() - 1; i >= 0; i--) {
      if (used.get(i)) {
        nodes.get(i).arguments().forEach(a -> used.set(a.index()));
      }
    }
    inputs.forEach(i -> used.set(i.index()));
    return renumbered(nodes.stream().filter(n -> used.get(n.index())).toList());
  }

  private ComputationGraph renumbered(List<Node> kept) {
    Map<Node, Node> now = new java.util.HashMap<>();
    List<Node> result = new ArrayList<>();
    for (Node n : kept) {
      Node copy =
          n.copy(
              result.size(),
              n.arguments().stream()
                  .map(a -> java.util.Objects.requireNonNull(now.get(a)))
                  .toList());
      now.put(n, copy);
      result.add(copy);
    }
    java.util.function.UnaryOperator<Node> to = n -> now.getOrDefault(n, n);
    return new ComputationGraph(
        method,
        result,
        inputs.stream().map(to).toList(),
        outputs.stream().map(to).toList(),
        List.of(),
        loops,
        findings);
  }
}
