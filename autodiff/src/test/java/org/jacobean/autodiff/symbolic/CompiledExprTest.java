package org.jacobean.autodiff.symbolic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompiledExprTest {
  private static final Var X = Expr.variable("x");
  private static final Var Y = Expr.variable("y");

  @Test
  void gradientIsComputedTogether() {
    GradientFormula g = GradientFormula.of(Expr.parse("3*x^2 + 2*x*y + y^2"), List.of(X, Y));
    CompiledExpr compiled = CompiledExpr.of(g.partials(), g.variables());
    assertArrayEquals(new double[] {10, 6}, compiled.allAt(1, 2));
    assertArrayEquals(new double[] {10, 6}, g.at(Map.of(X, 1.0, Y, 2.0)));
  }

  @Test
  void functionOfOnesOwnIsCalled() {
    NamedFunction twice = new NamedFunction("twice", "My.twice", a -> 2 * a[0], "2");
    Expr f = Call.of(twice, List.of(X)).times(X);
    assertEquals(18, CompiledExpr.of(f, List.of(X)).at(3));
    assertEquals("2x + twice(x)", f.derivative(X).unicode());
  }

  @Test
  void sharedPartsAreNamedOnce() {
    Expr f = Expr.parse("sin(x^2 + 1) + (x^2 + 1)^3");
    SharedTerms shared = SharedTerms.of(List.of(f));
    assertEquals("[Definition[name=t1, meaning=x^2 + 1]]", shared.definitions().toString());
    assertEquals("sin(t1) + t1^3", shared.results().get(0).toString());
    assertEquals(List.of("t1 = x² + 1", "sin(t1) + t1³"), shared.unicode());
    assertEquals("double t1 = x*x + 1;\nreturn Math.sin(t1) + t1*t1*t1;\n", shared.java());
    assertEquals(14, f.size());
    assertEquals(11, shared.size());
  }

  @Test
  void aDoublingChainStaysSmallWhenShared() {
    Expr e = X;
    for (int i = 0; i < 64; i++) {
      e = Functions.call("sin", e.times(e).plus(Num.ONE)).plus(Functions.call("cos", e));
    }
    assertEquals(Long.MAX_VALUE, e.size());
    assertTrue(SharedTerms.of(List.of(e)).size() < 4000);
    assertTrue(Double.isFinite(CompiledExpr.of(e, List.of(X)).at(0.5)));
    assertEquals(e.at(Map.of(X, 0.5)), CompiledExpr.of(e, List.of(X)).at(0.5));
  }

  @Test
  void aVariableWithoutPlaceIsNamed() {
    Exception e =
        assertThrows(UnknownVariableException.class, () -> CompiledExpr.of(X.plus(Y), List.of(X)));
    assertTrue(e.getMessage().contains("mentions y"), e.getMessage());
  }
}
