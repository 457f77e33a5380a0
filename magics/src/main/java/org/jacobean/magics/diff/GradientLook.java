package org.jacobean.magics.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jacobean.display.Bundle;
import org.jacobean.display.Numbers;
import org.jacobean.display.table.Cell;
import org.jacobean.display.table.Grid;
import org.jacobean.display.table.GridHtml;
import org.jacobean.display.value.Range;

/** A gradient as a table: a row a number, or a row a block where there are many numbers. */
final class GradientLook {
  /** The most numbers of one block that get a row each. */
  private static final int FULL = 10;

  private static final int UNFOLDED = 1000;
  private static final int LONG = 40;

  private final GradientResult gradient;
  private final boolean formulas;

  /** Long formulas come last, so that on a narrow page the numbers are seen. */
  private final boolean late;

  GradientLook(GradientResult gradient) {
    this.gradient = gradient;
    this.formulas = !gradient.formulas().isEmpty();
    this.late = gradient.formulas().values().stream().anyMatch(f -> f.unicode().length() > LONG);
  }

  Bundle show() {
    Grid.Builder grid = Grid.titled(caption()).heads(heads());
    for (GradientResult.Block block : gradient.blocks()) {
      if (block.entries().size() > FULL) {
        grid.row(summary(block));
      } else {
        for (Entry entry : block.entries()) {
          grid.row(row(entry));
        }
      }
    }
    grid.note(closing());
    if (formulas && !gradient.validity().isEmpty()) {
      grid.note(Cell.of(validity(Formulas.readable(gradient.validity())), Cell.Look.DIM));
    }
    gradient.remarks().forEach(remark -> grid.note(Cell.of(remark, Cell.Look.WARN)));
    return grid.build().show();
  }

  private String caption() {
    return Naming.point(gradient.subject()) + " = " + Numbers.format(gradient.value());
  }

  private List<Cell> heads() {
    String partial = "∂" + Naming.symbol(gradient.subject()) + "/∂variable";
    List<Cell> heads = new ArrayList<>(List.of(Cell.text("variable"), Cell.text("value")));
    if (formulas) {
      heads.add(Cell.text(partial));
      heads.add(late ? 2 : 3, Cell.text("at the point"));
    } else {
      heads.add(Cell.text(partial));
    }
    return heads;
  }

  private List<Cell> row(Entry entry) {
    List<Cell> row = new ArrayList<>();
    row.add(Cell.text(entry.name()));
    row.add(Cell.number(entry.value()));
    if (formulas) {
      Formulas.Shown shown = gradient.formulas().get(entry.name());
      row.add(shown == null ? Cell.text("") : Cell.formula(shown.unicode(), shown.latex()));
    }
    row.add(late ? 2 : row.size(), Cell.number(entry.partial()));
    return row;
  }

  private List<Cell> summary(GradientResult.Block block) {
    double[] values = block.entries().stream().mapToDouble(Entry::value).toArray();
    double[] partials = block.entries().stream().mapToDouble(Entry::partial).toArray();
    List<Cell> row = new ArrayList<>();
    row.add(Cell.text(block.name() + ": " + Naming.shape(block.at())));
    row.add(Cell.text(words(values)));
    if (formulas) {
      row.add(Cell.text(""));
    }
    Cell unfolding = Cell.unfolding(words(partials), GridHtml.fragment(unfolded(block)));
    row.add(late ? 2 : row.size(), unfolding);
    return row;
  }

  private static String words(double[] numbers) {
    return Range.of(numbers)
        .map(
            r ->
                "‖·‖ = %s, from %s to %s%s"
                    .formatted(
                        Numbers.format(r.norm(), 5),
                        Numbers.format(r.least(), 4),
                        Numbers.format(r.greatest(), 4),
                        r.nan() > 0 ? ", " + r.nan() + " NaN" : ""))
        .orElse("empty");
  }

  private static Grid unfolded(GradientResult.Block block) {
    Grid.Builder grid = Grid.titled("").heads("variable", "value", "partial");
    for (Entry entry : block.entries().subList(0, Math.min(UNFOLDED, block.entries().size()))) {
      grid.row(Cell.text(entry.name()), Cell.number(entry.value()), Cell.number(entry.partial()));
    }
    if (block.entries().size() > UNFOLDED) {
      grid.note("the first " + UNFOLDED + "; toTable() has all " + block.entries().size());
    }
    return grid.build();
  }

  private static String validity(String condition) {
    return condition.startsWith("for ")
        ? "The formulas hold " + condition + "."
        : "The formulas are those of this run: " + condition + ".";
  }

  private String closing() {
    double norm = gradient.norm();
    if (norm == 0) {
      return gradient.remarks().isEmpty()
          ? "The gradient is zero: a critical point."
          : "The gradient is zero.";
    }
    String length = "‖∇" + Naming.symbol(gradient.subject()) + "‖ = " + Numbers.format(norm);
    return gradient.entries().size() > FULL || !Double.isFinite(norm)
        ? length
        : length + ", steepest descent along " + vector(gradient.steepestDescent());
  }

  static String vector(double[] numbers) {
    return DoubleStream.of(numbers)
        .mapToObj(d -> Numbers.format(d, 5))
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
