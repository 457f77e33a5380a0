package org.jacobean.bench.objective;

/**
 * ADBench's GMM: the log likelihood of a Gaussian mixture with a Wishart prior. Each covariance is
 * given by {@code d} logarithms of a diagonal and the entries below it.
 */
public record Gmm(
    int d,
    int k,
    int n,
    double[] alphas,
    double[] means,
    double[] icf,
    double[] x,
    double gamma,
    int m) {

  public static Gmm of(String file) {
    Numbers in = Numbers.of(file);
    int d = in.integer(), k = in.integer(), n = in.integer();
    double[] alphas = in.reals(k), means = in.reals(k * d), icf = in.reals(k * d * (d + 1) / 2);
    return new Gmm(d, k, n, alphas, means, icf, in.reals(n * d), in.real(), in.integer());
  }

  public static double objective(
      int d,
      int k,
      int n,
      double[] alphas,
      double[] means,
      double[] icf,
      double[] x,
      double gamma,
      int m) {
    double[] diagonals = new double[d * k], logDeterminants = new double[k];
    diagonals(d, k, icf, logDeterminants, diagonals);
    double[] centred = new double[d], scaled = new double[d], terms = new double[k];
    int size = d * (d + 1) / 2;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int c = 0; c < k; c++) {
        for (int j = 0; j < d; j++) centred[j] = x[i * d + j] - means[c * d + j];
        multiply(d, diagonals, c * d, icf, c * size + d, centred, scaled);
        terms[c] = alphas[c] + logDeterminants[c] - 0.5 * squares(d, scaled, 0);
      }
      sum += logSumExp(k, terms);
    }
    double constant = -n * d * 0.5 * Math.log(2 * Math.PI);
    return constant
        + sum
        - n * logSumExp(k, alphas)
        + prior(d, k, gamma, m, logDeterminants, diagonals, icf);
  }

  static void diagonals(int d, int k, double[] icf, double[] logDeterminants, double[] diagonals) {
    int size = d * (d + 1) / 2;
    for (int c = 0; c < k; c++) {
      double sum = 0;
      for (int j = 0; j < d; j++) {
        double q = icf[c * size + j];
        sum += q;
        diagonals[c * d + j] = Math.exp(q);
      }
      logDeterminants[c] = sum;
    }
  }

  /** The lower triangular matrix times {@code v}. */
  static void multiply(
      int d, double[] diagonals, int diagonal, double[] icf, int below, double[] v, double[] out) {
    for (int j = 0; j < d; j++) out[j] = diagonals[diagonal + j] * v[j];
    int at = below;
    for (int i = 0; i < d; i++)
      for (int j = i + 1; j < d; j++) {
        out[j] += icf[at] * v[i];
        at++;
      }
  }

  static double squares(int count, double[] v, int from) {
    double sum = 0;
    for (int i = 0; i < count; i++) sum += v[from + i] * v[from + i];
    return sum;
  }

  static double logSumExp(int count, double[] v) {
    double max = v[0];
    for (int i = 1; i < count; i++) if (v[i] > max) max = v[i];
    double sum = 0;
    for (int i = 0; i < count; i++) sum += Math.exp(v[i] - max);
    return Math.log(sum) + max;
  }

  static double prior(
      int d,
      int k,
      double gamma,
      int m,
      double[] logDeterminants,
      double[] diagonals,
      double[] icf) {
    int size = d * (d + 1) / 2, degrees = d + m + 1;
    double constant =
        degrees * d * (Math.log(gamma) - 0.5 * Math.log(2)) - logMultiGamma(0.5 * degrees, d);
    double sum = 0;
    for (int c = 0; c < k; c++) {
      double norm = squares(d, diagonals, c * d) + squares(size - d, icf, c * size + d);
      sum += 0.5 * gamma * gamma * norm - m * logDeterminants[c];
    }
    return sum - k * constant;
  }

  static double logMultiGamma(double a, int p) {
    double sum = 0.25 * p * (p - 1) * Math.log(Math.PI);
    for (int j = 1; j <= p; j++) sum += logGamma(a + 0.5 * (1 - j));
    return sum;
  }

  /** Lanczos' approximation, to about 1e-15 relative for the arguments that occur here. */
  static double logGamma(double x) {
    double[] c = {
      0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
      -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
      1.5056327351493116e-7
    };
    double y = x - 1, t = y + 7.5, sum = c[0];
    for (int i = 1; i < 9; i++) sum += c[i] / (y + i);
    return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(t) - t + Math.log(sum);
  }

  /** The objective, with its gradient added to the three arrays: the control, written by hand. */
  public static double byHand(Gmm g, double[] byAlphas, double[] byMeans, double[] byIcf) {
    int d = g.d, k = g.k, size = d * (d + 1) / 2;
    double[] diagonals = new double[d * k], logDeterminants = new double[k];
    diagonals(d, k, g.icf, logDeterminants, diagonals);
    double[] centred = new double[d], scaled = new double[d], terms = new double[k];
    double[] mean = new double[d * k],
        diagonal = new double[d * k],
        below = new double[(size - d) * k];
    double sum = 0;
    for (int i = 0; i < g.n; i++) {
      for (int c = 0; c < k; c++) {
        int row = c * d, at = c * size + d, b = c * (size - d);
        for (int j = 0; j < d; j++) centred[j] = g.x[i * d + j] - g.means[row + j];
        multiply(d, diagonals, row, g.icf, at, centred, scaled);
        for (int j = 0; j < d; j++) mean[row + j] = diagonals[row + j] * scaled[j];
        for (int j = 0; j < d; j++)
          for (int l = j + 1; l < d; l++) {
            mean[row + j] += g.icf[at++] * scaled[l];
            below[b++] = -centred[j] * scaled[l];
          }
        for (int j = 0; j < d; j++)
          diagonal[row + j] = 1 - diagonals[row + j] * centred[j] * scaled[j];
        terms[c] = g.alphas[c] + logDeterminants[c] - 0.5 * squares(d, scaled, 0);
      }
      sum += softmaxInPlace(k, terms);
      for (int c = 0; c < k; c++) {
        double weight = terms[c];
        byAlphas[c] += weight;
        for (int j = 0; j < d; j++) {
          byMeans[c * d + j] += mean[c * d + j] * weight;
          byIcf[c * size + j] += diagonal[c * d + j] * weight;
        }
        for (int j = d; j < size; j++)
          byIcf[c * size + j] += below[c * (size - d) + j - d] * weight;
      }
    }
    double[] weights = g.alphas.clone();
    double ofAlphas = softmaxInPlace(k, weights);
    for (int c = 0; c < k; c++) {
      byAlphas[c] -= g.n * weights[c];
      for (int j = 0; j < d; j++)
        byIcf[c * size + j] +=
            g.gamma * g.gamma * diagonals[c * d + j] * diagonals[c * d + j] - g.m;
      for (int j = d; j < size; j++) byIcf[c * size + j] += g.gamma * g.gamma * g.icf[c * size + j];
    }
    double constant = -g.n * d * 0.5 * Math.log(2 * Math.PI);
    return constant
        + sum
        - g.n * ofAlphas
        + prior(d, k, g.gamma, g.m, logDeterminants, diagonals, g.icf);
  }

  /** Replaces the terms by their softmax and gives the logarithm of the sum of exponentials. */
  private static double softmaxInPlace(int count, double[] v) {
    double max = v[0];
    for (int i = 1; i < count; i++) if (v[i] > max) max = v[i];
    double sum = 0;
    for (int i = 0; i < count; i++) sum += v[i] = Math.exp(v[i] - max);
    for (int i = 0; i < count; i++) v[i] /= sum;
    return Math.log(sum) + max;
  }
}
