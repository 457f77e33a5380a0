package org.jacobean.magics.diff;

import java.util.List;
import java.util.Map;
import org.jacobean.autodiff.Partials;
import org.jacobean.display.Bundle;
import org.jacobean.display.DisplayException;
import org.jacobean.display.Showable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A gradient: the function's value, and by each of its numbers the partial derivative. */
public final class GradientResult implements Showable {
  private final Subject subject;
  private final double value;
  private final Partials partials;
  private final List<Block> blocks;
  private final Map<String, Formulas.Shown> formulas;
  private final String validity;
  private final List<String> remarks;

  /** A parameter with the derivative by it, which has its shape. */
  record Block(String name, Object at, Object partial, List<Entry> entries) {
    boolean single() {
      return at instanceof Number;
    }
  }

  GradientResult(
      Subject subject,
      double value,
      Partials partials,
      List<Block> blocks,
      Map<String, Formulas.Shown> formulas,
      String validity,
      List<String> remarks) {
    this.subject = subject;
    this.value = value;
    this.partials = partials;
    this.blocks = List.copyOf(blocks);
    this.formulas = Map.copyOf(formulas);
    this.validity = validity;
    this.remarks = List.copyOf(remarks);
  }

  /** The function's value at the point. */
  public double value() {
    return value;
  }

  /** Every partial derivative, in the order of the parameters and their entries. */
  public double[] vector() {
    return entries().stream().mapToDouble(Entry::partial).toArray();
  }

  /** The partial derivative by a number, such as {@code x} or {@code w[2]}. */
  public double partial(String name) {
    return entries().stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new DisplayException.Unknown(
                    "no derivative was taken by " + name + ", only by " + partials.names()))
        .partial();
  }

  /** The partial derivatives by parameter, each of the parameter's own shape. */
  public Partials partials() {
    return partials;
  }

  /** Its length, the rate of the steepest ascent. */
  public double norm() {
    return norm(vector());
  }

  static double norm(double[] vector) {
    double largest = 0;
    for (double v : vector) {
      largest = Math.max(largest, Math.abs(v));
    }
    if (largest == 0 || !Double.isFinite(largest)) {
      return largest;
    }
    double squares = 0;
    for (double v : vector) {
      squares += (v / largest) * (v / largest);
    }
    return largest * Math.sqrt(squares);
  }

  /** The unit vector along which the function falls fastest; zero where the gradient is zero. */
  public double[] steepestDescent() {
    double[] direction = vector();
    double norm = norm();
    for (int i = 0; i < direction.length; i++) {
      direction[i] = norm == 0 ? 0 : 0.0 - direction[i] / norm;
    }
    return direction;
  }

  /** Each number with its value and partial derivative, to filter and join. */
  public Table toTable() {
    List<Entry> entries = entries();
    Table table =
        Table.create(
            "gradient of " + subject.title(),
            StringColumn.create("variable", entries.stream().map(Entry::name).toList()),
            DoubleColumn.create("value", entries.stream().map(Entry::value).toList()),
            DoubleColumn.create("partial", entries.stream().map(Entry::partial).toList()));
    if (!formulas.isEmpty()) {
      List<String> texts = entries.stream().map(this::formulaText).toList();
      table.insertColumn(2, StringColumn.create("formula", texts));
    }
    return table;
  }

  /** The partial derivative by a number as a formula; empty when there is none to read. */
  public String formula(String name) {
    Formulas.Shown shown = formulas.get(name);
    return shown == null ? "" : shown.unicode();
  }

  private String formulaText(Entry entry) {
    return formula(entry.name());
  }

  /** For which arguments the formulas hold; empty when for all. */
  String validity() {
    return validity;
  }

  List<Entry> entries() {
    return blocks.stream().flatMap(block -> block.entries().stream()).toList();
  }

  Subject subject() {
    return subject;
  }

  List<Block> blocks() {
    return blocks;
  }

  Map<String, Formulas.Shown> formulas() {
    return formulas;
  }

  List<String> remarks() {
    return remarks;
  }

  @Override
  public Bundle show() {
    return new GradientLook(this).show();
  }

  @Override
  public String toString() {
    return show().text();
  }
}
