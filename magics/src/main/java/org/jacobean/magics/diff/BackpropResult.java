package org.jacobean.magics.diff;

import java.util.List;
import java.util.stream.Collectors;
import org.jacobean.autodiff.graph.BackwardStep;
import org.jacobean.autodiff.graph.ComputationGraph;
import org.jacobean.autodiff.graph.Node;
import org.jacobean.display.Bundle;
import org.jacobean.display.Numbers;
import org.jacobean.display.Showable;
import org.jacobean.display.table.Cell;
import org.jacobean.display.table.Grid;
import org.jacobean.display.table.GridHtml;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A reverse sweep as a list of steps. */
public final class BackpropResult implements Showable {
  private static final int SHOWN = 100;

  private final Subject subject;
  private final ComputationGraph graph;
  private final List<BackwardStep> steps;

  BackpropResult(Subject subject, ComputationGraph graph) {
    this.subject = subject;
    this.graph = graph;
    this.steps = graph.backprop().steps();
  }

  /** The derivatives by the inputs, in their order. */
  public double[] gradient() {
    return graph.backprop().gradient();
  }

  public Table toTable() {
    return Table.create(
        "backward sweep of " + subject.title(),
        StringColumn.create("from", steps.stream().map(s -> name(s.from())).toList()),
        StringColumn.create("to", steps.stream().map(s -> name(s.to())).toList()),
        DoubleColumn.create("adjoint", steps.stream().map(BackwardStep::adjoint).toList()),
        DoubleColumn.create("partial", steps.stream().map(BackwardStep::partial).toList()),
        DoubleColumn.create(
            "contribution", steps.stream().map(BackwardStep::contribution).toList()),
        DoubleColumn.create("sum", steps.stream().map(BackwardStep::sum).toList()));
  }

  private static String name(Node node) {
    String name = node.name();
    return name == null ? "v" + node.index() : name;
  }

  private Grid forward() {
    Grid.Builder grid =
        Grid.titled("Forward: " + Naming.point(subject) + " = " + Numbers.format(graph.value()))
            .heads("node", "operation", "value");
    graph.nodes().stream()
        .filter(node -> !node.isConstant())
        .limit(SHOWN)
        .forEach(
            node ->
                grid.row(Cell.text(name(node)), Cell.text(made(node)), Cell.number(node.value())));
    return grid.build();
  }

  /** How a node is made, such as {@code x · y}. */
  private static String made(Node node) {
    if (node.isInput()) {
      return "input";
    }
    List<String> arguments =
        node.arguments().stream().map(a -> a.isConstant() ? a.label() : name(a)).toList();
    boolean sign = arguments.size() == 2 && node.label().length() == 1;
    return sign
        ? arguments.get(0) + " " + node.label() + " " + arguments.get(1)
        : node.operation() + arguments.stream().collect(Collectors.joining(", ", "(", ")"));
  }

  private Grid backward() {
    Grid.Builder grid =
        Grid.titled("Backward: from the result, whose adjoint is 1, to the inputs")
            .heads("step", "from → to", "adjoint × local partial", "adds", "adjoint so far");
    int i = 0;
    for (BackwardStep step : steps.subList(0, Math.min(SHOWN, steps.size()))) {
      grid.row(
          Cell.number(++i),
          Cell.text(name(step.from()) + " → " + name(step.to())),
          Cell.text(Numbers.format(step.adjoint(), 5) + " × " + Numbers.format(step.partial(), 5)),
          Cell.number(step.contribution()),
          Cell.number(step.sum()));
    }
    if (steps.size() > SHOWN) {
      grid.note("the first " + SHOWN + " of " + steps.size() + " steps; toTable() has all");
    }
    if (gradient().length <= 10) {
      grid.note("gradient " + GradientLook.vector(gradient()));
    }
    return grid.build();
  }

  @Override
  public Bundle show() {
    Bundle forward = forward().show();
    Bundle backward = backward().show();
    String html = GridHtml.fragment(forward()) + GridHtml.fragment(backward());
    return Bundle.of(forward.text() + "\n\n" + backward.text())
        .html(org.jacobean.display.html.Html.frame(html))
        .markdown(
            forward.get("text/markdown").orElse("")
                + "\n"
                + backward.get("text/markdown").orElse(""));
  }

  @Override
  public String toString() {
    return show().text();
  }
}
