package org.jacobean.autodiff.symbolic;

import java.util.List;
import java.util.stream.Collectors;

/** What notations on one line have in common: the slash, and functions with their arguments. */
abstract class LinePrinter extends Printer {
  @Override
  String brackets(String text) {
    return "(" + text + ")";
  }

  @Override
  String fraction(List<Expr> numerator, List<Expr> denominator) {
    String top = numerator.isEmpty() ? "1" : factors(numerator);
    if (numerator.size() == 1) {
      top = within(numerator.get(0), Binding.PRODUCT);
    }
    String below =
        denominator.size() == 1
            ? within(denominator.get(0), Binding.POWER)
            : brackets(factors(denominator));
    return top + "/" + below;
  }

  String arguments(Call c) {
    return c.arguments().stream().map(this::print).collect(Collectors.joining(", ", "(", ")"));
  }
}
