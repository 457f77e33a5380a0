package org.jacobean.bench.adbench;

/** Log-likelihood of a Gaussian mixture with a Wishart prior, as ADBench writes it. */
public final class Gmm {
  public final int d;
  public final int k;
  public final int n;
  public final double[] alphas;
  public final double[] means;
  public final double[] icf;
  public final double[] x;
  public final double gamma;
  public final int m;

  public Gmm(String file) {
    Data in = new Data(file);
    d = in.whole();
    k = in.whole();
    n = in.whole();
    alphas = in.numbers(k);
    means = in.numbers(k * d);
    icf = in.numbers(k * (d * (d + 1) / 2));
    x = in.numbers(n * d);
    gamma = in.number();
    m = in.whole();
  }

  public double value() {
    return objective(d, k, n, alphas, means, icf, x, gamma, m);
  }

  static double logSumExp(int n, double[] x) {
    double max = x[0];
    for (int i = 1; i < n; i++) if (x[i] > max) max = x[i];
    double s = 0;
    for (int i = 0; i < n; i++) s += Math.exp(x[i] - max);
    return Math.log(s) + max;
  }

  static void preprocess(int d, int k, double[] icf, double[] sumQs, double[] diagonals) {
    int size = d * (d + 1) / 2;
    for (int ik = 0; ik < k; ik++) {
      sumQs[ik] = 0;
      for (int id = 0; id < d; id++) {
        double q = icf[ik * size + id];
        sumQs[ik] = sumQs[ik] + q;
        diagonals[ik * d + id] = Math.exp(q);
      }
    }
  }

  static void multiply(
      int d, double[] diagonals, int at, double[] icf, int from, double[] x, double[] out) {
    for (int id = 0; id < d; id++) out[id] = diagonals[at + id] * x[id];
    int l = from;
    for (int i = 0; i < d; i++)
      for (int j = i + 1; j < d; j++) {
        out[j] = out[j] + icf[l] * x[i];
        l++;
      }
  }

  static double squaredNorm(int n, double[] x, int at) {
    double r = x[at] * x[at];
    for (int i = 1; i < n; i++) r += x[at + i] * x[at + i];
    return r;
  }

  static double logGammaDistribution(double a, int p) {
    double out = 0.25 * p * (p - 1) * Math.log(Math.PI);
    for (int j = 1; j <= p; j++) out += logGamma(a + 0.5 * (1 - j));
    return out;
  }

  /** Lanczos' series. */
  static double logGamma(double x) {
    double[] c = {
      0.99999999999980993,
      676.5203681218851,
      -1259.1392167224028,
      771.32342877765313,
      -176.61502916214059,
      12.507343278686905,
      -0.13857109526572012,
      9.9843695780195716e-6,
      1.5056327351493116e-7
    };
    double y = x - 1;
    double t = y + 7.5;
    double s = c[0];
    for (int i = 1; i < 9; i++) s += c[i] / (y + i);
    return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(t) - t + Math.log(s);
  }

  static double wishart(
      int p, int k, double gamma, int m, double[] sumQs, double[] diagonals, double[] icf) {
    int n = p + m + 1;
    int size = p * (p + 1) / 2;
    double c = n * p * (Math.log(gamma) - 0.5 * Math.log(2)) - logGammaDistribution(0.5 * n, p);
    double out = 0;
    for (int ik = 0; ik < k; ik++) {
      double frobenius =
          squaredNorm(p, diagonals, ik * p) + squaredNorm(size - p, icf, ik * size + p);
      out = out + 0.5 * gamma * gamma * frobenius - m * sumQs[ik];
    }
    return out - k * c;
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
    double constant = -n * d * 0.5 * Math.log(2 * Math.PI);
    int size = d * (d + 1) / 2;
    double[] diagonals = new double[d * k];
    double[] sumQs = new double[k];
    double[] centred = new double[d];
    double[] product = new double[d];
    double[] main = new double[k];
    preprocess(d, k, icf, sumQs, diagonals);
    double sum = 0;
    for (int ix = 0; ix < n; ix++) {
      for (int ik = 0; ik < k; ik++) {
        for (int id = 0; id < d; id++) centred[id] = x[ix * d + id] - means[ik * d + id];
        multiply(d, diagonals, ik * d, icf, ik * size + d, centred, product);
        main[ik] = alphas[ik] + sumQs[ik] - 0.5 * squaredNorm(d, product, 0);
      }
      sum = sum + logSumExp(k, main);
    }
    return constant
        + sum
        - n * logSumExp(k, alphas)
        + wishart(d, k, gamma, m, sumQs, diagonals, icf);
  }

  private static double logSumExpAdjoint(int n, double[] x, double[] o) {
    int at = 0;
    for (int i = 1; i < n; i++) if (x[i] > x[at]) at = i;
    double max = x[at];
    double s = 0;
    for (int i = 0; i < n; i++) {
      o[i] = Math.exp(x[i] - max);
      s += o[i];
    }
    for (int i = 0; i < n; i++) o[i] /= s;
    return Math.log(s) + max;
  }

  /** The gradient written by hand, after ADBench's manual one: the control. */
  public static double byHand(
      int d,
      int k,
      int n,
      double[] alphas,
      double[] means,
      double[] icf,
      double[] x,
      double gamma,
      int m,
      double[] ga,
      double[] gm,
      double[] gi) {
    double constant = -n * d * 0.5 * Math.log(2 * Math.PI);
    int size = d * (d + 1) / 2;
    double[] diagonals = new double[d * k];
    double[] sumQs = new double[k];
    double[] centred = new double[d];
    double[] product = new double[d];
    double[] main = new double[k];
    double[] cm = new double[d * k];
    double[] cq = new double[d * k];
    double[] cl = new double[(size - d) * k];
    preprocess(d, k, icf, sumQs, diagonals);
    double sum = 0;
    for (int ix = 0; ix < n; ix++) {
      for (int ik = 0; ik < k; ik++) {
        int io = ik * size;
        int qo = ik * d;
        for (int id = 0; id < d; id++) centred[id] = x[ix * d + id] - means[qo + id];
        multiply(d, diagonals, qo, icf, io + d, centred, product);
        int l = io + d;
        for (int i = 0; i < d; i++) cm[qo + i] = diagonals[qo + i] * product[i];
        for (int i = 0; i < d; i++)
          for (int j = i + 1; j < d; j++) {
            cm[qo + i] += icf[l] * product[j];
            l++;
          }
        for (int i = 0; i < d; i++) cq[qo + i] = 1 - diagonals[qo + i] * centred[i] * product[i];
        int p = ik * (size - d);
        for (int i = 0; i < d; i++)
          for (int j = i + 1; j < d; j++) cl[p++] = -centred[i] * product[j];
        main[ik] = alphas[ik] + sumQs[ik] - 0.5 * squaredNorm(d, product, 0);
      }
      sum += logSumExpAdjoint(k, main, main);
      for (int ik = 0; ik < k; ik++) {
        double w = main[ik];
        int mo = ik * d;
        int io = ik * size;
        ga[ik] += w;
        for (int id = 0; id < d; id++) {
          gm[mo + id] += cm[mo + id] * w;
          gi[io + id] += cq[mo + id] * w;
        }
        for (int i = d; i < size; i++) gi[io + i] += cl[ik * (size - d) + i - d] * w;
      }
    }
    double[] la = new double[k];
    double lse = logSumExpAdjoint(k, alphas, la);
    for (int ik = 0; ik < k; ik++) {
      ga[ik] -= n * la[ik];
      for (int id = 0; id < d; id++)
        gi[ik * size + id] += gamma * gamma * diagonals[ik * d + id] * diagonals[ik * d + id] - m;
      for (int i = d; i < size; i++) gi[ik * size + i] += gamma * gamma * icf[ik * size + i];
    }
    return constant + sum - n * lse + wishart(d, k, gamma, m, sumQs, diagonals, icf);
  }
}
