package org.jacobean.autodiff.symbolic;

import java.lang.reflect.Method;
import java.util.function.DoubleUnaryOperator;
import org.jacobean.autodiff.function.Functions;
import org.jacobean.autodiff.function.Target;

/** Ordinary Java methods as a course has them; nothing here knows of derivatives. */
final class Course {
  private Course() {}

  static Target method(String name) {
    for (Method m : Course.class.getDeclaredMethods()) {
      if (m.getName().equals(name)) {
        return Functions.target(m);
      }
    }
    throw new AssertionError("no method " + name);
  }

  static double product(double x, double y) {
    return x * x * y + 3 * y;
  }

  static double square(double x) {
    return 3 * x * x;
  }

  static double chain(double x) {
    return Math.pow(x * x + 5, 3);
  }

  static double quadratic(double x, double y) {
    return 3 * x * x + 2 * x * y + y * y;
  }

  static double sloped(double x, double y) {
    return 3 * Math.pow(x, 2) + 2 * y;
  }

  static double mixed(double x1, double x2) {
    return x1 * x1 + 3 * x1 * x2 + x2 * x2 * x2;
  }

  static double squaredError(double w, double b, double x, double y) {
    double e = y - (w * x + b);
    return e * e;
  }

  static double fit(double w, double b) {
    return Math.pow(3 - 2 * w - b, 2);
  }

  static double sumOfSquares(double[] w) {
    double s = 0;
    for (int i = 0; i < w.length; i++) {
      s += w[i] * w[i];
    }
    return s;
  }

  static double leastSquares(double[] w, double[][] X, double[] y) {
    double s = 0;
    for (int i = 0; i < y.length; i++) {
      double r = -y[i];
      for (int j = 0; j < w.length; j++) {
        r += X[i][j] * w[j];
      }
      s += r * r;
    }
    return 0.5 * s;
  }

  static double quartic(double x) {
    return 0.4 * Math.pow(x, 4) - 2 * x * x + 0.5 * x + 2;
  }

  static double meanSquaredError(double[] w, double b, double[][] x, double[] y) {
    int n = y.length;
    double s = 0;
    for (int i = 0; i < n; i++) {
      double r = predict(w, b, x[i]) - y[i];
      s += r * r;
    }
    return 1.0 / (2 * n) * s;
  }

  private static double predict(double[] w, double b, double[] x) {
    double p = 0;
    for (int j = 0; j < w.length; j++) {
      p += w[j] * x[j];
    }
    return p + b;
  }

  /** Cross-entropy of a softmax, for the right class. */
  static double crossEntropy(double[] z, int right) {
    double sum = 0;
    for (double v : z) {
      sum += Math.exp(v);
    }
    return Math.log(sum) - z[right];
  }

  static double[] softmax(double[] z) {
    double m = Double.NEGATIVE_INFINITY;
    for (double v : z) {
      m = Math.max(m, v);
    }
    double sum = 0;
    double[] p = new double[z.length];
    for (int i = 0; i < z.length; i++) {
      p[i] = Math.exp(z[i] - m);
      sum += p[i];
    }
    for (int i = 0; i < z.length; i++) {
      p[i] /= sum;
    }
    return p;
  }

  static double relu(double x) {
    return Math.max(0, x);
  }

  static double reluTurned(double x) {
    return Math.max(x, 0);
  }

  static double reluByBranch(double x) {
    return x < 0 ? 0 : x;
  }

  static double peano(double x, double y) {
    return x == 0 && y == 0 ? 0 : x * y * (x * x - y * y) / (x * x + y * y);
  }

  static double absolute(double x) {
    return Math.abs(x);
  }

  static double root(double x) {
    return Math.sqrt(x);
  }

  static double circle(double r) {
    return Math.PI * r * r;
  }

  static double turned(double angle) {
    return Math.sin(Math.toRadians(angle));
  }

  record Line(double slope, double intercept) {
    double at(double x) {
      return slope * x + intercept;
    }

    Line shifted(double by) {
      return new Line(slope, intercept + by);
    }
  }

  static double onLine(Line line, double x) {
    return line.shifted(x).at(x);
  }

  static double twice(DoubleUnaryOperator f, double x) {
    return f.applyAsDouble(f.applyAsDouble(x));
  }

  static double squaredTwice(double x, double c) {
    return twice(v -> v * v + c, x);
  }

  static double composed(double x) {
    DoubleUnaryOperator square = v -> v * v;
    return square.andThen(Math::sin).applyAsDouble(x);
  }

  static double recursive(double x, int n) {
    return n == 0 ? 1 : x * recursive(x, n - 1);
  }

  static double newton(double a) {
    double x = 1;
    for (int i = 0; i < 2; i++) {
      x = (x + a / x) / 2;
    }
    return x;
  }

  static double grade(double x) {
    int level = x > 2 ? 2 : x > 1 ? 1 : 0;
    return switch (level) {
      case 0 -> x;
      case 1 -> x * x;
      default -> x * x * x;
    };
  }

  static double boxed(Double x) {
    Double y = x * 2;
    return y * y;
  }

  static double copies(double[] w) {
    double[] v = w.clone();
    System.arraycopy(w, 0, v, 1, 1);
    java.util.Arrays.fill(w, 3);
    return v[0] * v[1] + w[0];
  }

  static double wholePart(double x) {
    return (int) x * x + Math.floor(x);
  }

  static float single(float x) {
    return x * x * 0.5f;
  }

  static double forever(double x) {
    double s = x;
    for (int i = 0; i < 100_000; i++) {
      s = Math.sin(s);
    }
    return s;
  }

  static double nested(double x, int n) {
    double s = x;
    for (int i = 0; i < n; i++) {
      s = Math.sin(s);
    }
    return s;
  }

  static double normal(double x, double mu, double sigma) {
    double z = (x - mu) / sigma;
    return Math.exp(-0.5 * z * z) / (sigma * Math.sqrt(2 * Math.PI));
  }

  static double mean(double x, int n) {
    return 1.0 / (2 * n) * x;
  }

  static double[] polar(double r, double phi) {
    return new double[] {r * Math.cos(phi), r * Math.sin(phi)};
  }

  static double boxes(double x) {
    Double[] held = {x, 2.0};
    Double[] copy = held.clone();
    return held[0] * copy[0] * copy[1];
  }

  static double checked(double x) {
    Double box = java.util.Objects.requireNonNull(x);
    return box * box;
  }

  static double gathered(double x) {
    Double[] held = {x, 2.0};
    return java.util.Arrays.asList(held).get(0);
  }

  static double throughText(double x) {
    return Double.parseDouble(Double.toString(x)) * x;
  }

  static double listed(double x) {
    return java.util.List.of(x, 2.0).get(0);
  }

  static double refusing(double x) {
    if (x < 0) {
      throw new IllegalArgumentException("x must not be negative: " + x);
    }
    return x;
  }

  static double held(double x) {
    return x * org.jacobean.autodiff.Diff.constant(x);
  }
}
