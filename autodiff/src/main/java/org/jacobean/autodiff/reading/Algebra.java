package org.jacobean.autodiff.reading;

import java.util.ArrayList;
import java.util.List;
import org.jacobean.autodiff.error.BadArgument;
import org.jacobean.autodiff.graph.ComputationGraph;
import org.jacobean.autodiff.graph.Node;

/**
 * A kind of number a graph can be evaluated with; branches stay as the real evaluation took them.
 */
interface Algebra<T> {
  T constant(double value);

  /** The operation of a node, on other numbers. */
  T apply(Node node, List<T> arguments);

  /** Evaluates a graph; gives the outputs. */
  default List<T> outputs(ComputationGraph graph, List<T> inputs) {
    if (inputs.size() != graph.inputs().size())
      throw new BadArgument(
          "`"
              + graph.method()
              + "` has "
              + graph.inputs().size()
              + " variables, and got "
              + inputs.size());
    List<T> values = new ArrayList<>(graph.nodes().size());
    int next = 0;
    for (Node n : graph.nodes()) {
      if (n.isInput()) values.add(inputs.get(next++));
      else if (n.isConstant()) values.add(constant(n.value()));
      else values.add(apply(n, n.arguments().stream().map(a -> values.get(a.index())).toList()));
    }
    return graph.outputs().stream().map(o -> values.get(o.index())).toList();
  }
}
