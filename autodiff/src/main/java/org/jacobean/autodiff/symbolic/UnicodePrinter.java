package org.jacobean.autodiff.symbolic;

import java.util.List;
import java.util.Map;

/** Writes formulas as a book does, on one line: {@code 6x + 2y}, {@code x²}, {@code √x}. */
final class UnicodePrinter extends LinePrinter {
  private static final String DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private static final Map<String, String> NAMES =
      Map.of(
          "log", "ln", "log10", "log₁₀", "signum", "sgn", "asin", "arcsin", "acos", "arccos",
          "atan", "arctan");

  @Override
  String minus() {
    return "−";
  }

  @Override
  String symbol(Condition.Relation relation) {
    return relation.unicode();
  }

  @Override
  String number(Num n) {
    return n.readable();
  }

  @Override
  String constant(Constant c) {
    return c.unicodeName();
  }

  @Override
  String variable(Var v) {
    return v.name();
  }

  @Override
  String factors(List<Expr> factors) {
    if (factors.size() == 1) {
      return within(factors.get(0), Binding.PRODUCT);
    }
    StringBuilder text = new StringBuilder();
    String before = "";
    for (Expr factor : factors) {
      String next = within(factor, Binding.POWER);
      text.append(before.isEmpty() || touches(before, next) ? "" : "·").append(next);
      before = next;
    }
    return text.toString();
  }

  /** Whether two factors may stand side by side without a dot: 2x, xy, x(y + 1), but x·sin(x). */
  private static boolean touches(String left, String right) {
    if (right.matches("[d∂]/[d∂].*")) {
      return false;
    }
    if (right.startsWith("(")) {
      return !left.matches("√.*|.*\\^.*");
    }
    if (left.matches("[0-9.]+")) {
      return !right.matches("[0-9].*") && !isLongName(right);
    }
    return isLetter(left) && isLetter(right);
  }

  /** A letter with an index and a power at most: x, x1, x². */
  private static boolean isLetter(String factor) {
    return factor.matches("\\p{L}[0-9]*[" + DIGITS + "]*");
  }

  private static boolean isLongName(String factor) {
    return factor.matches("\\p{L}[\\p{L}_.].*") && !factor.contains("(");
  }

  @Override
  String power(Power p) {
    if (p.exponent().equals(Num.HALF)) {
      return "√" + within(p.base(), Binding.ATOM);
    }
    boolean simple = p.exponent() instanceof Num n && n.isInteger() && n.signum() > 0;
    if (simple && p.base() instanceof Call c && c.arguments().size() == 1 && !isFenced(c)) {
      return name(c) + superscript(p.exponent()) + arguments(c);
    }
    String inner = within(p.base(), Binding.ATOM);
    String base = inner.startsWith("∛") ? brackets(inner) : inner;
    return simple
        ? base + superscript(p.exponent())
        : base + "^" + within(p.exponent(), Binding.ATOM);
  }

  private static String superscript(Expr exponent) {
    StringBuilder text = new StringBuilder();
    exponent.toString().chars().forEach(c -> text.append(DIGITS.charAt(c - '0')));
    return text.toString();
  }

  private static String name(Call c) {
    return NAMES.getOrDefault(c.function().name(), c.function().name());
  }

  /** Whether the function is written around its argument. */
  private static boolean isFenced(Call c) {
    return c.isCallOf("abs") || c.isCallOf("floor") || c.isCallOf("ceil") || c.isCallOf("cbrt");
  }

  @Override
  String call(Call c) {
    return switch (c.function().name()) {
      case "abs" -> "|" + print(c.argument()) + "|";
      case "floor" -> "⌊" + print(c.argument()) + "⌋";
      case "ceil" -> "⌈" + print(c.argument()) + "⌉";
      case "cbrt" -> "∛" + within(c.argument(), Binding.ATOM);
      default -> name(c) + arguments(c);
    };
  }

  @Override
  String choice(Choice c) {
    return within(c.then(), Binding.SUM)
        + " if "
        + condition(c.when())
        + (c.otherwise() instanceof Choice ? ", " : ", else ")
        + print(c.otherwise());
  }

  @Override
  String derivative(PendingDerivative d) {
    String sign = d.partial() ? "∂" : "d";
    return sign + "/" + sign + d.by().name() + "(" + print(d.of()) + ")";
  }
}
