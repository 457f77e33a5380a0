package org.jacobean.autodiff.symbolic;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A function known by name: how to compute it, how to write it, and its partial derivatives as
 * formulas in {@code u} (and {@code v}, {@code w}).
 */
public final class NamedFunction {
  /** The names the partials use for the arguments, in order. */
  static final List<Var> ARGUMENTS = List.of(new Var("u"), new Var("v"), new Var("w"));

  /** Computes a function of any number of arguments. */
  @FunctionalInterface
  public interface Value {
    double of(double... arguments);
  }

  private final String name;
  private final String java;
  private final Value value;
  private final List<String> partials;

  /**
   * @param name how the function is written in formulas
   * @param java the Java method that computes it, such as {@code Math.sin}
   * @param partials the partial derivatives by u, v and w, one per argument
   */
  public NamedFunction(String name, String java, Value value, String... partials) {
    this.name = name;
    this.java = java;
    this.value = value;
    this.partials = List.of(partials);
  }

  public String name() {
    return name;
  }

  public String java() {
    return java;
  }

  public int arity() {
    return partials.size();
  }

  public double value(double... arguments) {
    return value.of(arguments);
  }

  /** The partial derivative by the argument at a position, for the given arguments. */
  public Expr partial(int position, List<Expr> arguments) {
    Map<Var, Expr> actual = new java.util.HashMap<>();
    IntStream.range(0, arity()).forEach(i -> actual.put(ARGUMENTS.get(i), arguments.get(i)));
    return Expr.parse(partials.get(position)).substitute(actual);
  }

  @Override
  public String toString() {
    return name;
  }
}
