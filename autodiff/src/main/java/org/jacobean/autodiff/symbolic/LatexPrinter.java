package org.jacobean.autodiff.symbolic;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes formulas as LaTeX mathematics. */
final class LatexPrinter extends Printer {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("sin", "\\sin"),
          Map.entry("cos", "\\cos"),
          Map.entry("tan", "\\tan"),
          Map.entry("asin", "\\arcsin"),
          Map.entry("acos", "\\arccos"),
          Map.entry("atan", "\\arctan"),
          Map.entry("sinh", "\\sinh"),
          Map.entry("cosh", "\\cosh"),
          Map.entry("tanh", "\\tanh"),
          Map.entry("log", "\\ln"),
          Map.entry("log10", "\\log_{10}"),
          Map.entry("max", "\\max"),
          Map.entry("min", "\\min"),
          Map.entry("signum", "\\operatorname{sgn}"));

  @Override
  String minus() {
    return "-";
  }

  @Override
  String brackets(String text) {
    boolean tall = text.contains("\\frac") || text.contains("\\begin");
    return tall ? "\\left(" + text + "\\right)" : "(" + text + ")";
  }

  @Override
  String symbol(Condition.Relation relation) {
    return relation.latex();
  }

  @Override
  String number(Num n) {
    if (n.isInteger()) {
      return n.readable();
    }
    String decimal = n.decimalText();
    int exponent = decimal.indexOf('E');
    if (!n.isWrittenAsDecimal()) {
      return "\\frac{" + n.numerator() + "}{" + n.denominator() + "}";
    }
    return exponent < 0
        ? decimal
        : decimal.substring(0, exponent)
            + " \\cdot 10^{"
            + decimal.substring(exponent + 1).replace("+", "")
            + "}";
  }

  @Override
  String constant(Constant c) {
    return c.latexName();
  }

  @Override
  String variable(Var v) {
    return LatexName.of(v.name());
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
      text.append(before.isEmpty() ? "" : needsDot(before, next) ? " \\cdot " : " ").append(next);
      before = next;
    }
    return text.toString();
  }

  private static boolean needsDot(String left, String right) {
    return right.matches("[0-9].*") || left.startsWith("\\mathit") || right.startsWith("\\mathit");
  }

  @Override
  String fraction(List<Expr> numerator, List<Expr> denominator) {
    return "\\frac{" + side(numerator) + "}{" + side(denominator) + "}";
  }

  /** What stands above or below the bar; alone it needs no brackets. */
  private String side(List<Expr> factors) {
    if (factors.isEmpty()) {
      return "1";
    }
    return factors.size() == 1 ? print(factors.get(0)) : factors(factors);
  }

  @Override
  String power(Power p) {
    if (p.exponent().equals(Num.HALF)) {
      return "\\sqrt{" + print(p.base()) + "}";
    }
    boolean simple = p.exponent() instanceof Num n && n.isInteger();
    if (simple && p.base() instanceof Call c && NAMES.containsKey(c.function().name())) {
      return name(c) + "^{" + print(p.exponent()) + "}" + arguments(c);
    }
    return within(p.base(), Binding.ATOM) + "^{" + print(p.exponent()) + "}";
  }

  private static String name(Call c) {
    String name = c.function().name();
    return NAMES.getOrDefault(name, "\\operatorname{" + LatexName.escaped(name) + "}");
  }

  private String arguments(Call c) {
    return brackets(c.arguments().stream().map(this::print).collect(Collectors.joining(", ")));
  }

  @Override
  String call(Call c) {
    return switch (c.function().name()) {
      case "abs" -> "\\left|" + print(c.argument()) + "\\right|";
      case "floor" -> "\\left\\lfloor " + print(c.argument()) + "\\right\\rfloor";
      case "ceil" -> "\\left\\lceil " + print(c.argument()) + "\\right\\rceil";
      case "cbrt" -> "\\sqrt[3]{" + print(c.argument()) + "}";
      default -> name(c) + arguments(c);
    };
  }

  @Override
  String choice(Choice c) {
    StringBuilder text = new StringBuilder("\\begin{cases} ");
    Expr rest = c;
    while (rest instanceof Choice next) {
      text.append(print(next.then())).append(" & \\text{if } ").append(condition(next.when()));
      text.append(" \\\\ ");
      rest = next.otherwise();
    }
    return text.append(print(rest)).append(" & \\text{otherwise} \\end{cases}").toString();
  }

  @Override
  String derivative(PendingDerivative d) {
    String sign = d.partial() ? "\\partial" : "d";
    return "\\frac{" + sign + "}{" + sign + " " + variable(d.by()) + "}" + brackets(print(d.of()));
  }
}
