package org.jacobean.magics.course;

import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Says in which way an answer is wrong: sign, factor, missing inner derivative, mixed-up names. */
final class Diagnosis {
  private Diagnosis() {}

  /**
   * What is wrong, as a sentence; empty when nothing is.
   *
   * @param others other quantities the answer may have been mistaken for, by name
   */
  static Optional<String> of(Samples s, Map<String, double[]> others) {
    if (s.everywhere(s::agrees)) return Optional.empty();
    for (int i = 0; i < s.right().length; i++)
      if (!Double.isFinite(s.given()[i]))
        return Optional.of(
            "it gives " + s.given()[i] + " at " + s.at(i) + ", where the derivative is a number");
    return Optional.of(
        mistaken(s, others).or(() -> factor(s)).or(() -> summand(s)).orElseGet(() -> somewhere(s)));
  }

  private static Optional<String> mistaken(Samples s, Map<String, double[]> others) {
    return others.entrySet().stream()
        .filter(other -> s.equalsAll(other.getValue()))
        .map(other -> "this is " + other.getKey())
        .findFirst();
  }

  private static Optional<String> factor(Samples s) {
    double[] ratios = s.ratios();
    if (ratios.length < 2 || DoubleStream.of(ratios).allMatch(r -> r == 0)) return Optional.empty();
    if (!Samples.constant(ratios)) return chain(s, ratios);
    double c = ratios[0];
    if (Samples.close(c, -1))
      return Optional.of("the sign is wrong: it is the negative of the derivative everywhere");
    String size = Samples.number(Math.abs(c)) + " times the derivative everywhere";
    return Optional.of(
        (c < 0
                ? "the sign is wrong, and so is a factor: in size it is "
                : "a constant factor is wrong: it is ")
            + size);
  }

  /**
   * A ratio that changes smoothly from point to point and never vanishes smells of the chain rule.
   */
  private static Optional<String> chain(Samples s, double[] ratios) {
    boolean alike = ratios.length == s.right().length && inverseIsAffine(s);
    return alike
        ? Optional.of(
            "a factor is missing or too many that changes with the point: is there a function"
                + " inside a function whose inner derivative must multiply (chain rule)?")
        : Optional.empty();
  }

  /** Whether right/given is a + b·v for one of the variables: an inner derivative of low degree. */
  private static boolean inverseIsAffine(Samples s) {
    for (int j = 0; j < s.names().size(); j++) if (affine(s, j)) return true;
    return false;
  }

  private static boolean affine(Samples s, int j) {
    int n = s.right().length;
    double mx = 0, my = 0, xx = 0, xy = 0;
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      if (Math.abs(s.given()[i]) < 1e-9) return false;
      y[i] = s.right()[i] / s.given()[i];
      mx += s.points()[i][j] / n;
      my += y[i] / n;
    }
    for (int i = 0; i < n; i++) {
      double dx = s.points()[i][j] - mx;
      xx += dx * dx;
      xy += dx * (y[i] - my);
    }
    double slope = xx == 0 ? 0 : xy / xx;
    for (int i = 0; i < n; i++)
      if (!Samples.close(y[i], my + slope * (s.points()[i][j] - mx))) return false;
    return Math.abs(slope) > 1e-9;
  }

  private static Optional<String> summand(Samples s) {
    double[] differences = s.differences();
    if (Samples.constant(differences))
      return Optional.of(
          (differences[0] > 0 ? "too large" : "too small")
              + " by the same number everywhere: a constant summand is wrong (the derivative of a constant is 0, that of a·x is a)");
    for (int j = 0; j < s.names().size(); j++)
      if (dependsOnlyOn(s, differences, j))
        return Optional.of(
            "what is missing or too much depends on "
                + s.names().get(j)
                + " alone: look at the terms that contain it");
    return Optional.empty();
  }

  /** Points come in pairs that agree in one variable, see {@link Points}. */
  private static boolean dependsOnlyOn(Samples s, double[] differences, int j) {
    int pairs = 0;
    for (int a = 0; a < differences.length; a++)
      for (int b = a + 1; b < differences.length; b++)
        if (s.points()[a][j] == s.points()[b][j]) {
          if (!Samples.close(differences[a], differences[b])) return false;
          pairs++;
        }
    return pairs > 0 && s.names().size() > 1;
  }

  private static String somewhere(Samples s) {
    int wrong = 0, first = -1;
    for (int i = s.right().length - 1; i >= 0; i--)
      if (!s.agrees(i)) {
        wrong++;
        first = i;
      }
    return "it differs from the derivative at "
        + (wrong == s.right().length
            ? "every point tried"
            : wrong + " of " + s.right().length + " points tried")
        + ", for example at "
        + s.at(first)
        + ", where it gives "
        + Samples.number(s.given()[first]);
  }
}
