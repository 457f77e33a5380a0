package org.jacobean.autodiff.symbolic;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jacobean.autodiff.graph.Node;
import org.jacobean.autodiff.graph.Origin;
import org.jacobean.autodiff.graph.Place;

/** The formula of one operation, from those of its arguments. */
final class NodeReading {
  /** Multiples of π that a compiler folds into one number. */
  private static final List<Num> MULTIPLES_OF_PI =
      List.of(
          Num.ONE,
          Num.TWO,
          Num.of(3),
          Num.of(4),
          Num.HALF,
          Num.fraction(1, 4),
          Num.fraction(1, 3),
          Num.fraction(1, 180),
          Num.MINUS_ONE);

  private NodeReading() {}

  static Expr of(Node node, Function<Node, Expr> formulas) {
    if (node.isInput()) {
      return new Var(java.util.Objects.requireNonNull(node.name()));
    }
    if (node.isConstant()) {
      return constant(node);
    }
    List<Expr> arguments = node.arguments().stream().map(formulas).toList();
    return operation(node.operation(), arguments, node.place());
  }

  /** A constant by how it was computed, unless that is unknown or comes out differently. */
  private static Expr constant(Node node) {
    Origin origin = node.origin();
    if (origin == null || !Double.isFinite(node.value())) {
      return constant(node.value());
    }
    try {
      Expr told = ofOrigin(origin, node.place()).simplified();
      double difference = Math.abs(told.at(Map.of()) - node.value());
      return difference <= 1e-12 * Math.abs(node.value()) ? told : constant(node.value());
    } catch (SymbolicException e) {
      return constant(node.value()); // a function without a name in formulas is just its number
    }
  }

  private static Expr ofOrigin(Origin origin, Place place) {
    if (origin.operation().equals(Node.CONSTANT)) {
      return constant(origin.value());
    }
    List<Expr> arguments = origin.arguments().stream().map(a -> ofOrigin(a, place)).toList();
    return operation(origin.operation(), arguments, place);
  }

  /** A number of the program; Math.PI and Math.E by their names. */
  static Expr constant(double value) {
    if (value == Math.E) {
      return Constant.E;
    }
    for (Num k : MULTIPLES_OF_PI) {
      if (k.doubleValue() * Math.PI == value) {
        return Constant.PI.times(k);
      }
    }
    return Expr.number(value);
  }

  private static Expr operation(String operation, List<Expr> a, Place place) {
    return switch (operation) {
      case "add" -> a.get(0).plus(a.get(1));
      case "sub" -> a.get(0).minus(a.get(1));
      case "mul" -> a.get(0).times(a.get(1));
      case "div" -> a.get(0).over(a.get(1));
      case "neg" -> a.get(0).negated();
      case "cast", "nextUp", "nextDown", "nextAfter" -> a.get(0);
      default -> function(operation, a, place);
    };
  }

  private static Expr function(String operation, List<Expr> a, Place place) {
    return switch (operation) {
      case "fma" -> a.get(0).times(a.get(1)).plus(a.get(2));
      case "toRadians" -> a.get(0).times(Constant.PI).over(Num.of(180));
      case "toDegrees" -> a.get(0).times(Num.of(180)).over(Constant.PI);
      case "scalb" -> a.get(0).times(Num.TWO.pow(a.get(1)));
      case "clamp" -> Functions.call("min", Functions.call("max", a.get(0), a.get(1)), a.get(2));
      default -> named(operation, a, place);
    };
  }

  private static Expr named(String operation, List<Expr> a, Place place) {
    if (!Functions.isKnown(operation)) {
      throw new NoFormulaException(
          "`"
              + operation
              + "` in "
              + place
              + " has no place in a formula; ask for numbers only, or write it as plain arithmetic");
    }
    return Functions.call(operation, a.toArray(Expr[]::new));
  }
}
