package org.jacobean.autodiff.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A reverse sweep over a graph, from one output to all inputs. */
public final class Backprop {
  private final ComputationGraph graph;
  private final double[] adjoints;
  private final BitSet reached = new BitSet();
  private final List<BackwardStep> steps = new ArrayList<>();

  Backprop(ComputationGraph graph, Node output) {
    this.graph = graph;
    this.adjoints = new double[graph.nodes().size()];
    adjoints[output.index()] = 1;
    reached.set(output.index());
    for (int i = output.index(); i >= 0; i--) {
      if (reached.get(i)) {
        visit(graph.nodes().get(i));
      }
    }
  }

  private void visit(Node node) {
    double adjoint = adjoints[node.index()];
    for (int k = 0; k < node.arguments().size(); k++) {
      Node to = node.arguments().get(k);
      if (!to.isConstant()) {
        double contribution = adjoint == 0 ? 0 : adjoint * node.partial(k); // not 0 · ∞
        adjoints[to.index()] += contribution;
        steps.add(
            new BackwardStep(
                node, to, node.partial(k), adjoint, contribution, adjoints[to.index()]));
        reached.set(to.index());
      }
    }
  }

  /** The steps in the order in which they were taken, the last operation first. */
  public List<BackwardStep> steps() {
    return List.copyOf(steps);
  }

  /** The derivative of the output by the value of a node. */
  public double adjoint(Node node) {
    return adjoints[node.index()];
  }

  /** The derivatives by the inputs, in their order. */
  public double[] gradient() {
    return graph.inputs().stream().mapToDouble(this::adjoint).toArray();
  }
}
