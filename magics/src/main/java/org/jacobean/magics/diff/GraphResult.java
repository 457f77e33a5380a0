package org.jacobean.magics.diff;

import java.util.ArrayList;
import java.util.List;
import org.jacobean.autodiff.graph.Backprop;
import org.jacobean.autodiff.graph.ComputationGraph;
import org.jacobean.autodiff.graph.Node;
import org.jacobean.display.Bundle;
import org.jacobean.display.Numbers;
import org.jacobean.display.Showable;
import org.jacobean.display.graph.Diagram;

/** A computation graph with its reverse sweep. */
public final class GraphResult implements Showable {
  private final Subject subject;
  private final ComputationGraph graph;
  private final Backprop backprop;

  GraphResult(Subject subject, ComputationGraph graph) {
    this.subject = subject;
    this.graph = graph;
    this.backprop = graph.backprop();
  }

  public ComputationGraph graph() {
    return graph;
  }

  /** The derivatives by the inputs, in their order. */
  public double[] gradient() {
    return backprop.gradient();
  }

  /** As it is drawn; large ones are folded when shown. */
  public Diagram diagram() {
    List<Diagram.Box> boxes = new ArrayList<>();
    List<Diagram.Arrow> arrows = new ArrayList<>();
    for (Node node : graph.nodes()) {
      int to = boxes.size();
      boxes.add(box(node));
      for (int k = 0; k < node.arguments().size(); k++) {
        Node argument = node.arguments().get(k);
        String partial = argument.isConstant() ? "" : Numbers.format(node.partial(k), 4);
        arrows.add(new Diagram.Arrow(argument.index(), to, partial));
      }
    }
    String takeaway =
        "%d operations from %s; value %s, gradient %s"
            .formatted(
                operations(),
                Missing.counted(graph.inputs().size(), "input"),
                Numbers.format(graph.value(), 5),
                gradient().length > 10
                    ? "of " + gradient().length + " numbers"
                    : GradientLook.vector(gradient()));
    return new Diagram("Graph of " + Naming.point(subject), takeaway, boxes, arrows);
  }

  private long operations() {
    return graph.nodes().stream().filter(n -> !n.isInput() && !n.isConstant()).count();
  }

  private Diagram.Box box(Node node) {
    boolean output = node.equals(graph.output());
    Diagram.Kind kind =
        output
            ? Diagram.Kind.OUTPUT
            : node.isInput()
                ? Diagram.Kind.INPUT
                : node.isConstant() ? Diagram.Kind.CONSTANT : Diagram.Kind.OPERATION;
    if (node.isConstant()) {
      return new Diagram.Box(node.label(), List.of(), kind, place(node));
    }
    String name = node.name();
    boolean named = name != null && !node.isInput();
    return new Diagram.Box(
        named ? name + " = " + node.label() : node.label(),
        List.of(
            Numbers.format(node.value(), 5),
            "adjoint " + Numbers.format(backprop.adjoint(node), 4)),
        kind,
        place(node));
  }

  private static String place(Node node) {
    return node.isInput() ? "inputs" : "line " + node.place().line();
  }

  @Override
  public Bundle show() {
    return diagram().show();
  }

  @Override
  public String toString() {
    return show().text();
  }
}
