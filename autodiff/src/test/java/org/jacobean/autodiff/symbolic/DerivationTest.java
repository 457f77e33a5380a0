package org.jacobean.autodiff.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DerivationTest {
  private static final Var X = Expr.variable("x");

  private static Derivation derivation(String f) {
    return Derivation.of(Expr.parse(f), X);
  }

  @Test
  void stepsReadLikeALesson() {
    List<String> lines =
        derivation("x^2*y + 3*y").steps().stream()
            .map(s -> "  ".repeat(s.depth()) + s.rule().title() + ": " + s.unicode())
            .toList();
    assertEquals(
        List.of(
            "sum rule: ∂/∂x(x²y + 3y) = ∂/∂x(x²y) + ∂/∂x(3y) = 2xy",
            "  constant factor rule: ∂/∂x(x²y) = y·∂/∂x(x²) = 2xy",
            "    power rule: ∂/∂x(x²) = 2x",
            "  constant rule: ∂/∂x(3y) = 0"),
        lines);
  }

  @Test
  void chainRuleNamesOuterAndInnerFunction() {
    Step chain = derivation("(x^2 + 5)^3").steps().get(0);
    assertEquals(Rule.CHAIN, chain.rule());
    assertEquals("outer function u³, inner u = x² + 5", chain.note());
    assertEquals("3(x² + 5)²·d/dx(x² + 5)", chain.development().unicode());
    assertEquals("6x(x² + 5)²", chain.result().unicode());
  }

  @ParameterizedTest
  @CsvSource({
    "5, CONSTANT",
    "x, IDENTITY",
    "x + 1, SUM",
    "3*x, CONSTANT_FACTOR",
    "x*sin(x), PRODUCT",
    "x/(x + 1), QUOTIENT",
    "x^4, POWER",
    "2^x, EXPONENTIAL",
    "e^x, EXPONENTIAL",
    "x^x, GENERAL_POWER",
    "sin(x), FUNCTION",
    "sin(x^2), CHAIN",
    "e^(x^2), CHAIN",
    "'max(x, 0)', CHOICE",
    "'atan2(x, 2)', CHAIN",
    "x < 0 ? 0 : x, CHOICE",
  })
  void firstRuleIsTheOneAStudentWouldUse(String f, Rule expected) {
    assertEquals(expected, derivation(f).rules().get(0));
  }

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  /** Where the rule leaves derivatives to be worked out, working them out gives the result. */
  @ParameterizedTest
  @MethodSource("seeds")
  void everyDevelopmentHasTheValueOfItsResult(long seed) {
    RandomFormulas random = new RandomFormulas(1000 + seed);
    for (int i = 0; i < 20; i++) {
      Expr f = random.next(3);
      var p = random.point();
      for (Step s : Derivation.of(f, X).steps()) {
        double expected = s.result().at(p);
        if (Double.isFinite(expected) && Double.isFinite(s.term().at(p))) {
          double tolerance = 1e-7 * (1 + Math.abs(expected));
          assertEquals(expected, s.development().at(p), tolerance, s::unicode);
        }
      }
    }
  }
}
