package org.jacobean.magics.diff;

import java.util.ArrayList;
import java.util.List;
import org.jacobean.autodiff.symbolic.Derivation;
import org.jacobean.autodiff.symbolic.Expr;
import org.jacobean.autodiff.symbolic.Step;
import org.jacobean.display.Bundle;
import org.jacobean.display.table.Cell;
import org.jacobean.display.table.Grid;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A partial derivative with the rules that lead to it. */
public final class PartialResult implements Tabular {
  private final Subject subject;
  private final List<Derivation> derivations;
  private final String validity;

  PartialResult(Subject subject, List<Derivation> derivations, String validity) {
    this.subject = subject;
    this.derivations = List.copyOf(derivations);
    this.validity = validity;
  }

  /** The derivative. */
  public Expr formula() {
    return derivations.get(derivations.size() - 1).result();
  }

  public String unicode() {
    return formula().unicode();
  }

  public String latex() {
    return formula().latex();
  }

  /** The rules in the order of their use, by name. */
  public List<String> rules() {
    return steps().stream().map(step -> step.rule().title()).toList();
  }

  @Override
  public Table toTable() {
    return Table.create(
        caption(),
        StringColumn.create("rule", rules()),
        StringColumn.create("term", steps().stream().map(s -> s.term().unicode()).toList()),
        StringColumn.create("step", steps().stream().map(Step::unicode).toList()));
  }

  private List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    derivations.forEach(d -> steps.addAll(d.steps()));
    return steps;
  }

  private String symbol(boolean latex) {
    String f = Naming.symbol(subject);
    StringBuilder below = new StringBuilder();
    String d = latex ? "\\partial " : "∂";
    derivations.forEach(e -> below.append(d).append(latex ? e.by().latex() : e.by().name()));
    int order = derivations.size();
    String power =
        order == 1
            ? ""
            : latex ? "^{" + order + "}" : order == 2 ? "²" : order == 3 ? "³" : "^" + order;
    return latex
        ? "\\frac{\\partial" + power + " " + f + "}{" + below + "}"
        : "∂" + power + f + "/" + below;
  }

  private String caption() {
    String order =
        derivations.size() == 1
            ? ""
            : ", by "
                + String.join(", then by ", derivations.stream().map(d -> d.by().name()).toList());
    return symbol(false) + " = " + unicode() + order;
  }

  @Override
  public Bundle show() {
    Grid.Builder grid = Grid.titled(caption()).heads("rule", "step");
    for (Derivation derivation : derivations) {
      derivation.steps().forEach(step -> grid.row(rule(step), equation(step)));
    }
    String of = derivations.get(0).of().unicode();
    grid.note(Naming.symbol(subject) + " = " + of);
    if (!validity.isEmpty()) {
      String holds = Formulas.readable(validity);
      grid.note(Cell.of("Read from one run: " + holds + ".", Cell.Look.DIM));
    }
    return grid.build().show().latex("$$" + symbol(true) + " = " + latex() + "$$");
  }

  private static Cell rule(Step step) {
    return Cell.text("  ".repeat(step.depth()) + step.rule().title());
  }

  private static Cell equation(Step step) {
    String note = step.note();
    Cell equation = Cell.formula(step.unicode(), step.latex());
    return note.isEmpty()
        ? equation
        : new Cell(
            equation.text() + "  (" + note + ")",
            equation.html() + " <span class=\"dim\">" + Cell.text(note).html() + "</span>",
            equation.look());
  }

  @Override
  public String toString() {
    return show().text();
  }
}
