package org.jacobean.magics.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jacobean.autodiff.error.DiffException;
import org.jacobean.autodiff.graph.ComputationGraph;
import org.jacobean.autodiff.graph.Finding;
import org.jacobean.autodiff.symbolic.Expr;
import org.jacobean.autodiff.symbolic.Symbolic;
import org.jacobean.autodiff.symbolic.SymbolicException;
import org.jacobean.autodiff.symbolic.Var;

/** What is known of a function as a formula; nothing, when it has none that anybody would read. */
final class Formulas {
  /** Operations of a run beyond which no formula is looked for. */
  private static final int OPERATIONS = 2_000;

  private static final int SYMBOLS = 60;
  private static final int VARIABLES = 10;

  private Formulas() {}

  /** A formula in both its forms. */
  record Shown(String unicode, String latex) {
    static Shown of(Expr e) {
      return new Shown(e.unicode(), e.latex());
    }
  }

  /** The function as the engine's symbolic reading sees it at this point. */
  static Optional<org.jacobean.autodiff.symbolic.Formula> of(Subject subject) {
    try {
      return Optional.of(
          Symbolic.of(ComputationGraph.of(subject.target(), OPERATIONS, subject.arguments())));
    } catch (SymbolicException | DiffException none) {
      return Optional.empty();
    }
  }

  /** The partial derivatives by these variables, by name; those too long to read left out. */
  static Map<String, Shown> partials(
      org.jacobean.autodiff.symbolic.Formula formula, List<String> names) {
    Map<String, Shown> shown = new LinkedHashMap<>();
    if (names.size() > VARIABLES || formula.values().size() != 1) {
      return shown;
    }
    for (Var variable : formula.variables()) {
      if (names.contains(variable.name())) {
        readable(formula.value(), variable).ifPresent(e -> shown.put(variable.name(), Shown.of(e)));
      }
    }
    return shown;
  }

  private static Optional<Expr> readable(Expr of, Var by) {
    try {
      return Optional.of(of.derivative(by)).filter(e -> e.size() <= SYMBOLS);
    } catch (SymbolicException tooLarge) {
      return Optional.empty();
    }
  }

  /** The second partial derivatives, row by row; empty when any is too long to read. */
  static List<List<Shown>> second(Flat at) {
    if (at.names().size() > VARIABLES / 2) {
      return List.of();
    }
    return of(at.subject()).map(formula -> second(formula, at.names())).orElse(List.of());
  }

  private static List<List<Shown>> second(
      org.jacobean.autodiff.symbolic.Formula formula, List<String> names) {
    List<List<Shown>> rows = new ArrayList<>();
    for (String row : names) {
      List<Shown> cells = new ArrayList<>();
      for (String column : names) {
        Optional<Expr> entry =
            readable(formula.value(), new Var(row)).flatMap(e -> readable(e, new Var(column)));
        if (entry.isEmpty()) {
          return List.of();
        }
        cells.add(Shown.of(entry.get()));
      }
      rows.add(cells);
    }
    return rows;
  }

  /** What is typed as an expression becomes a lambda, which a reader knows nothing of. */
  static String readable(String message) {
    return message.replaceAll("\\bthe lambda\\b", "the expression");
  }

  /** What a reader of the derivative should know, in sentences. */
  static List<String> remarks(org.jacobean.autodiff.symbolic.Formula formula) {
    List<String> remarks = new ArrayList<>();
    for (Finding finding : formula.findings()) {
      String message = readable(finding.message());
      remarks.add(Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".");
    }
    return remarks;
  }
}
