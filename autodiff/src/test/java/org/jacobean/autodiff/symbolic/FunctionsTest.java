package org.jacobean.autodiff.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionsTest {
  private static final Var X = Expr.variable("x");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "log", "log10",
        "log1p", "expm1", "cbrt", "abs", "signum", "floor", "ceil", "rint", "exp", "sqrt"
      })
  void partialOfOneArgumentEqualsCentralDifference(String name) {
    for (double x : List.of(0.17, 0.35, 0.83)) {
      Expr f = Functions.call(name, X);
      double h = 1e-6;
      double difference = (f.at(Map.of(X, x + h)) - f.at(Map.of(X, x - h))) / (2 * h);
      assertEquals(difference, f.derivative(X).at(Map.of(X, x)), 1e-7 * (1 + Math.abs(difference)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"atan2", "hypot", "max", "min", "rem", "copySign", "pow"})
  void partialsOfTwoArgumentsEqualCentralDifferences(String name) {
    Var y = Expr.variable("y");
    Expr f = Functions.call(name, X, y);
    double h = 1e-6;
    for (List<Double> p : List.of(List.of(1.3, 0.4), List.of(0.6, 2.1))) {
      double a = p.get(0);
      double b = p.get(1);
      double byX = (f.at(Map.of(X, a + h, y, b)) - f.at(Map.of(X, a - h, y, b))) / (2 * h);
      double byY = (f.at(Map.of(X, a, y, b + h)) - f.at(Map.of(X, a, y, b - h))) / (2 * h);
      assertEquals(byX, f.derivative(X).at(Map.of(X, a, y, b)), 1e-7);
      assertEquals(byY, f.derivative(y).at(Map.of(X, a, y, b)), 1e-7);
    }
  }

  @ParameterizedTest(name = "{0} at 0 is {1}")
  @CsvSource({"abs(x), 0", "'max(0, x)', 0", "'max(x, 0)', 0", "'min(x, 0)', 0", "signum(x), 0"})
  void derivativeWhereThereIsNoneFollowsTheConvention(String f, double expected) {
    assertEquals(expected, Expr.parse(f).derivative(X).at(Map.of(X, 0.0)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "x +; at position 4",
        "(x; expected ')'",
        "x $ y; found '$'",
        "2x; expected an operator",
        "; a number, a name or '('",
        "x > 1 ? 2; expected ':'",
      })
  void badTextSaysWhereAndWhat(String text, String part) {
    FormulaSyntaxException e =
        assertThrows(FormulaSyntaxException.class, () -> Expr.parse(text == null ? "" : text));
    assertTrue(e.getMessage().contains(part), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"foo(x)"})
  void unknownFunctionNamesTheKnownOnes(String text) {
    Exception e = assertThrows(UnknownFunctionException.class, () -> Expr.parse(text));
    assertTrue(e.getMessage().contains("no function \"foo\""), e.getMessage());
    assertTrue(e.getMessage().contains("hypot"), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"x*y"})
  void missingValueNamesTheVariable(String text) {
    Exception e =
        assertThrows(UnknownVariableException.class, () -> Expr.parse(text).at(Map.of(X, 1.0)));
    assertEquals(
        "the formula mentions y, which was given no value; values were given for x",
        e.getMessage());
  }
}
