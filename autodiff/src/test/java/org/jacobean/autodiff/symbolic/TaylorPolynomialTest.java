package org.jacobean.autodiff.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaylorPolynomialTest {
  private static final Var X = Expr.variable("x");
  private static final Var Y = Expr.variable("y");

  @Test
  void quadraticIsItsOwnSecondPolynomial() {
    Map<Var, Double> at = new LinkedHashMap<>();
    at.put(X, 1.0);
    at.put(Y, 2.0);
    TaylorPolynomial p = TaylorPolynomial.of(Expr.parse("3*x^2 + 2*x*y + y^2"), at, 2);
    assertEquals("11 + 10(x − 1) + 6(y − 2) + 3(x − 1)² + 2(x − 1)(y − 2) + (y − 2)²", p.unicode());
    assertEquals("3x² + 2xy + y²", p.expr().unicode());
    assertEquals(3 * 0.25 + 2 * 0.5 * 3 + 9, p.at(Map.of(X, 0.5, Y, 3.0)), 1e-12);
  }

  @Test
  void knownSeriesComeOutExact() {
    Map<Var, Double> zero = Map.of(X, 0.0);
    assertEquals("x − x³/6 + x⁵/120", TaylorPolynomial.of(Expr.parse("sin(x)"), zero, 6).unicode());
    assertEquals("1 + x + x²/2 + x³/6", TaylorPolynomial.of(Expr.parse("e^x"), zero, 3).unicode());
    assertEquals("1 + x + x² + x³", TaylorPolynomial.of(Expr.parse("1/(1-x)"), zero, 3).unicode());
  }

  @Test
  void firstOrderIsTheTangent() {
    assertEquals(
        "1 + 2(x − 1)", TaylorPolynomial.of(Expr.parse("x^2"), Map.of(X, 1.0), 1).unicode());
    assertEquals("(x − 1)", TaylorPolynomial.of(Expr.parse("ln(x)"), Map.of(X, 1.0), 1).unicode());
  }

  @Test
  void aPoleSaysThatTheFormulaIsNotSmoothThere() {
    Exception e =
        assertThrows(
            NoFormulaException.class,
            () -> TaylorPolynomial.of(Expr.parse("sqrt(x)"), Map.of(X, 0.0), 2));
    assertTrue(e.getMessage().contains("no Taylor polynomial here"), e.getMessage());
  }
}
