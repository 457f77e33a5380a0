package org.jacobean.autodiff;

import org.jacobean.autodiff.error.BadArgument;
import org.jacobean.autodiff.reading.Readings;

/**
 * A Taylor polynomial: f(center + t) ≈ Σ coefficients[k]·t^k.
 *
 * @param coefficients the k-th derivative over k!, from k = 0
 */
public record Taylor(double center, double[] coefficients) {

  static Taylor of(Point p, double[] direction, int order) {
    if (order < 0) throw new BadArgument("The order of a series is 0 or more, and not " + order);
    double[] x = p.values();
    if (direction.length != x.length)
      throw new BadArgument(
          "The point has " + x.length + " coordinates, the direction " + direction.length);
    double[][] c = Readings.taylor(p.graph(), direction, order);
    if (c.length != 1)
      throw new BadArgument(
          "`"
              + p.signature.target().source()
              + "` gives "
              + c.length
              + " numbers, where one is needed");
    return new Taylor(x.length == 1 ? x[0] : 0, c[0]);
  }

  /** The k-th derivative at the center. */
  public double derivative(int k) {
    if (k < 0 || k >= coefficients.length)
      throw new BadArgument(
          "The series goes up to order " + (coefficients.length - 1) + ", and not " + k);
    double d = coefficients[k];
    for (int i = 2; i <= k; i++) d *= i;
    return d;
  }

  /** The polynomial's value. */
  public double at(double x) {
    double y = 0;
    for (int k = coefficients.length - 1; k >= 0; k--) y = y * (x - center) + coefficients[k];
    return y;
  }

  @Override
  public String toString() {
    return "Taylor series at " + center + ": " + java.util.Arrays.toString(coefficients);
  }

  /**
   * The mixed derivative along several directions, from pure ones by polarisation: k!·2^(k−1) times
   * it is the sum over signs s of s₂⋯s_k · the k-th derivative along v₁ + s₂v₂ + … + s_kv_k.
   */
  static double mixed(Point p, double[][] directions) {
    int k = directions.length;
    if (k == 0) return p.value(p.values());
    var graph = p.graph();
    int n = p.values().length;
    double sum = 0;
    for (int signs = 0; signs < 1 << (k - 1); signs++) {
      double[] v = new double[n];
      for (int j = 0; j < k; j++) {
        if (directions[j].length != n)
          throw new BadArgument(
              "The point has " + n + " coordinates, the direction " + directions[j].length);
        double s = j > 0 && (signs >> (j - 1) & 1) == 1 ? -1 : 1;
        for (int i = 0; i < n; i++) v[i] += s * directions[j][i];
      }
      double c = Readings.taylor(graph, v, k)[0][k];
      sum += Integer.bitCount(signs) % 2 == 0 ? c : -c;
    }
    return sum / (1 << (k - 1));
  }
}
