package org.jacobean.magics.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
  private static final double[][] POINTS = Points.of(2, p -> true);

  /** What is said of an answer for 3x² − 4y, the derivative of x³ − 4xy by x. */
  private static String said(DoubleBinaryOperator answer) {
    return of((x, y) -> 3 * x * x - 4 * y, answer, Map.of()).orElse("right");
  }

  private static Optional<String> of(
      DoubleBinaryOperator right, DoubleBinaryOperator answer, Map<String, double[]> others) {
    Samples s = new Samples(List.of("x", "y"), POINTS, at(right), at(answer));
    return Diagnosis.of(s, others);
  }

  private static double[] at(DoubleBinaryOperator f) {
    double[] values = new double[POINTS.length];
    for (int i = 0; i < values.length; i++) values[i] = f.applyAsDouble(POINTS[i][0], POINTS[i][1]);
    return values;
  }

  private static void says(String part, DoubleBinaryOperator answer) {
    String text = said(answer);
    assertTrue(text.contains(part), text);
  }

  @Test
  void aRightAnswerIsRight() {
    assertEquals("right", said((x, y) -> 3 * x * x - 4 * y));
  }

  @Test
  void anAnswerRightToRoundingIsRight() {
    assertEquals("right", said((x, y) -> 3 * x * x - 4 * y + 1e-12));
  }

  @Test
  void aFlippedSignIsNamed() {
    says("the sign is wrong: it is the negative", (x, y) -> -(3 * x * x - 4 * y));
  }

  @Test
  void aConstantFactorIsNamed() {
    says("it is 2 times the derivative", (x, y) -> 2 * (3 * x * x - 4 * y));
    says("in size it is 0.5 times", (x, y) -> -0.5 * (3 * x * x - 4 * y));
  }

  @Test
  void aConstantSummandIsNamed() {
    says("too large by the same number", (x, y) -> 3 * x * x - 4 * y + 5);
    says("too small by the same number", (x, y) -> 3 * x * x - 4 * y - 5);
  }

  @Test
  void aTermThatIsWrongIsFoundByItsVariable() {
    says("depends on x alone", (x, y) -> x * x - 4 * y);
    says("depends on y alone", (x, y) -> 3 * x * x + 4 * y);
  }

  @Test
  void aMissingInnerDerivativeSmellsOfTheChainRule() {
    Optional<String> said =
        of(
            (x, y) -> 6 * x * Math.pow(x * x + 5, 2),
            (x, y) -> 3 * Math.pow(x * x + 5, 2),
            Map.of());
    assertTrue(said.orElse("").contains("chain rule"), said.toString());
  }

  @Test
  void anotherDerivativeIsRecognised() {
    DoubleBinaryOperator byY = (x, y) -> -4 * x;
    Optional<String> said =
        of((x, y) -> 3 * x * x - 4 * y, byY, Map.of("the derivative by y", at(byY)));
    assertEquals(Optional.of("this is the derivative by y"), said);
  }

  @Test
  void aNumberThatIsNoneIsSaidWithItsPlace() {
    says("it gives NaN at x = ", (x, y) -> Math.sqrt(-1 - x * x));
  }

  @Test
  void whatFitsNoPatternNamesAPoint() {
    says(
        "it differs from the derivative at every point tried, for example at x = ",
        (x, y) -> x * y * y * 7 + Math.sin(3 * x * y));
  }

  @Test
  void zeroIsNotTakenForAFactor() {
    says("it differs", (x, y) -> 0);
  }

  @Test
  void pointsAreTheSameEachTimeAndSomeShareAVariable() {
    double[][] again = Points.of(2, p -> true);
    for (int i = 0; i < again.length; i++) assertEquals(again[i][0], POINTS[i][0]);
    assertEquals(POINTS[0][0], POINTS[1][0]);
    assertEquals(POINTS[2][1], POINTS[3][1]);
  }

  @Test
  void onlyPointsOfTheDomainAreAsked() {
    for (double[] p : Points.of(1, p -> p[0] > 0)) assertTrue(p[0] > 0);
  }
}
