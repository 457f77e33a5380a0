package org.jacobean.autodiff.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A forward sweep: tangents in the order of evaluation. */
final class Tangents {
  private final double[] tangents;
  private final List<ForwardStep> steps = new ArrayList<>();

  Tangents(ComputationGraph graph, double[] direction) {
    tangents = new double[graph.nodes().size()];
    for (int i = 0; i < direction.length; i++) {
      tangents[graph.inputs().get(i).index()] = direction[i];
    }
    graph.nodes().forEach(this::visit);
  }

  private void visit(Node node) {
    if (node.isConstant()) {
      return;
    }
    List<Double> partials = new ArrayList<>();
    List<Double> arguments = new ArrayList<>();
    IntStream.range(0, node.arguments().size())
        .forEach(
            k -> {
              partials.add(node.partial(k));
              arguments.add(tangents[node.arguments().get(k).index()]);
            });
    for (int k = 0; k < partials.size(); k++) {
      double tangent = arguments.get(k);
      tangents[node.index()] += tangent == 0 ? 0 : partials.get(k) * tangent;
    }
    steps.add(new ForwardStep(node, partials, arguments, tangents[node.index()]));
  }

  List<ForwardStep> steps() {
    return List.copyOf(steps);
  }
}
