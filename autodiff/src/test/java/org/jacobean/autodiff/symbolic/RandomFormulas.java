package org.jacobean.autodiff.symbolic;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Formulas nobody thought of, smooth where they are asked for values. */
final class RandomFormulas {
  static final Var X = Expr.variable("x");
  static final Var Y = Expr.variable("y");
  static final Var W = Expr.variable("w[0]");
  static final List<Var> VARIABLES = List.of(X, Y, W);

  private static final List<String> FUNCTIONS =
      List.of("sin", "cos", "exp", "tanh", "atan", "sinh", "cosh", "log", "sqrt", "abs", "tan");

  private final Random random;

  RandomFormulas(long seed) {
    random = new Random(seed);
  }

  Expr next(int depth) {
    if (depth == 0) {
      return leaf();
    }
    Expr a = next(depth - 1);
    return switch (random.nextInt(9)) {
      case 0, 1 -> a.plus(next(depth - 1));
      case 2 -> a.minus(next(depth - 1));
      case 3, 4 -> a.times(next(depth - 1));
      case 5 -> a.over(next(depth - 1));
      case 6 -> a.pow(random.nextInt(4));
      case 7 -> Functions.call(FUNCTIONS.get(random.nextInt(FUNCTIONS.size())), a);
      default -> rare(a, depth);
    };
  }

  private Expr rare(Expr a, int depth) {
    Expr b = next(depth - 1);
    return switch (random.nextInt(4)) {
      case 0 -> Functions.call("max", a, b);
      case 1 -> Functions.call("atan2", a, b);
      case 2 -> Choice.of(new Condition(a, Condition.Relation.LESS, b), a.times(b), b);
      default -> a.pow(Num.fraction(random.nextInt(7) - 3, 2));
    };
  }

  private Expr leaf() {
    return switch (random.nextInt(6)) {
      case 0 -> Num.of(random.nextInt(7) - 3);
      case 1 -> Num.of((random.nextInt(40) - 20) / 10.0);
      case 2 -> Num.fraction(random.nextInt(5) + 1, random.nextInt(4) + 1);
      default -> VARIABLES.get(random.nextInt(VARIABLES.size()));
    };
  }

  Map<Var, Double> point() {
    return Map.of(X, coordinate(), Y, coordinate(), W, coordinate());
  }

  private double coordinate() {
    return 0.3 + 1.7 * random.nextDouble();
  }
}
