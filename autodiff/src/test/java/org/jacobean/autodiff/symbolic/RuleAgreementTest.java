package org.jacobean.autodiff.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jacobean.autodiff.rule.Rule;
import org.jacobean.autodiff.rule.Rules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A function's derivative as a formula is the derivative the engine computes. */
class RuleAgreementTest {
  private static final List<Var> NAMES = NamedFunction.ARGUMENTS;

  static Stream<String> functions() {
    return Rules.all().stream().map(Rule::name).filter(Functions::isKnown);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void partialsAgreeWithTheRule(String name) {
    Rule rule = Rules.of(name);
    assertNotNull(rule);
    List<Var> arguments = NAMES.subList(0, rule.arity());
    Expr f = Functions.call(name, arguments.toArray(Expr[]::new));
    for (double[] p : new double[][] {{0.4, 0.7}, {0.83, -0.2}, {0.5, 0.5}}) {
      Map<Var, Double> at =
          rule.arity() == 1
              ? Map.of(NAMES.get(0), p[0])
              : Map.of(NAMES.get(0), p[0], NAMES.get(1), p[1]);
      double[] numbers = java.util.Arrays.copyOf(p, rule.arity());
      double value = f.at(at);
      for (int i = 0; i < rule.arity(); i++) {
        double expected = rule.partial(i, rule.arity() > 1).value(numbers, value);
        double actual = f.derivative(arguments.get(i)).at(at);
        assertEquals(expected, actual, 1e-12 * (1 + Math.abs(expected)), name + " at " + at);
      }
    }
  }
}
