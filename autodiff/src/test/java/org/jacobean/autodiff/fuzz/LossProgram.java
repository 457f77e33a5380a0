package org.jacobean.autodiff.fuzz;

import java.util.Random;

/**
 * Writes a random loss: loops over observations that add to sums and use scratch arrays, and nearly
 * such loops, in which some round does see another.
 */
final class LossProgram {
  private final Random r;
  private final StringBuilder s = new StringBuilder();
  private int names;

  private LossProgram(long seed) {
    r = new Random(seed);
  }

  /** A class with the method {@link RandomProgram} writes too. */
  static String source(String name, long seed) {
    LossProgram g = new LossProgram(seed);
    g.s.append("public class ").append(name).append(" {\n");
    g.s.append(
        "static double logSum(double[] v) { double m = v[0]; for (int i = 1; i < v.length; i++) if (v[i] > m) m = v[i];");
    g.s.append(
        " double s = 0; for (int i = 0; i < v.length; i++) s += Math.exp(v[i] - m); return Math.log(s) + m; }\n");
    g.s.append(
        "static void mul(double[][] A, double[] v, double[] out) { for (int i = 0; i < out.length; i++) out[i] = p(A[i][0]) * v[i];");
    g.s.append(
        " for (int i = 0; i < v.length; i++) for (int j = i + 1; j < v.length; j++) out[j] += A[i][j] * v[i]; }\n");
    g.s.append("static double p(double a) { return a * a + 0.3; }\n");
    g.s.append(
        "public static double f(double p, double q, double[] x, double[] y, double[][] A, int n) {\n");
    g.body();
    g.s.append("}}\n");
    return g.s.toString();
  }

  private boolean one(int in) {
    return r.nextInt(in) == 0;
  }

  private String pick(String... all) {
    return all[r.nextInt(all.length)];
  }

  private void body() {
    s.append("double s = ").append(pick("0", "p", "q * p", "0.5")).append(";\n");
    s.append("double t = ").append(pick("0", "q", "p + q")).append(";\n");
    s.append("int m = ").append(pick("4", "n + 2", "x.length")).append(";\n");
    s.append("double[] u = new double[m];\ndouble[] v = new double[m];\n");
    if (one(4)) s.append("for (int i = 0; i < 4; i++) u[i] = x[i] * p;\n");
    int loops = 1 + r.nextInt(3);
    for (int i = 0; i < loops; i++) loop();
    if (one(6)) s.append("s += u[1] * v[2];\n");
    if (one(6)) s.append("y[1] = s * t;\n");
    s.append("return ")
        .append(
            pick(
                "s + t",
                "s / n - 0.5 * t",
                "p + s * 3 - t / (n + 1)",
                "s * t",
                "Math.log(2 + s * s) + t",
                "-(s - q * t)",
                "s / m + logSum(x) - t * n + y[1]",
                "s + q * q"))
        .append(";\n");
  }

  private void loop() {
    String i = "i" + names++;
    s.append(
        pick(
                "for (int %1$s = 0; %1$s < m; %1$s++) {\n",
                "for (int %1$s = m - 1; %1$s >= 0; %1$s--) {\n",
                "for (int %1$s = 1; %1$s <= n; %1$s++) {\n",
                "for (int %1$s = 0; %1$s < n; %1$s += 2) {\n")
            .formatted(i));
    boolean own = one(4);
    String row = "w" + names++;
    if (own) s.append("double[] ").append(row).append(" = new double[4];\n");
    if (!one(4))
      s.append(
          pick(
                  "for (int k = 0; k < m; k++) u[k] = x[k] * A[%1$s][k] - q;\n",
                  "for (int k = 0; k < u.length; k++) u[k] = A[%1$s][k] * p + y[%1$s];\n",
                  "for (int k = 0; k < m; k += 2) u[k] = A[%1$s][k] * x[k];\n",
                  "for (int k = 1; k < m; k++) u[k] = A[%1$s][k] * x[k];\n",
                  "for (int k = 0; k < m; k++) if (x[k] > 0) u[k] = A[%1$s][k] * x[k];\n")
              .formatted(i));
    if (one(2)) s.append("for (int k = 0; k < m; k++) v[k] = ").append(real(i)).append(";\n");
    else if (one(2)) s.append("mul(A, u, v);\n");
    if (own) s.append("for (int k = 0; k < 3; k++) " + row + "[k] += u[k] * v[k + 1];\n");
    int n = 1 + r.nextInt(3);
    for (int k = 0; k < n; k++) statement(i, own ? row : "v");
    s.append("}\n");
  }

  private String real(String i) {
    return pick(
            "Math.sin(A[%1$s][1] * p)",
            "u[%1$s] * u[%1$s]",
            "A[%1$s][0] * x[%1$s] + y[%1$s & 1]",
            "Math.exp(-x[%1$s]) * q",
            "y[%1$s] - x[(%1$s + 1) & 3] * x[%1$s] * x[%1$s]",
            "v[%1$s] * 0.5 + x[0]")
        .formatted(i);
  }

  private void statement(String i, String array) {
    String e = real(i);
    s.append(
        switch (r.nextInt(11)) {
          case 0 -> "s += " + e + ";\n";
          case 1 -> "s -= " + e + ";\nt += s * 0;\n".replace("s * 0", one(3) ? "s" : e);
          case 2 -> "t += logSum(" + array + ");\n";
          case 3 -> "for (int j = 0; j < m; j++) s += u[j] * x[j] * " + e + ";\n";
          case 4 -> "if (" + e + " > 0.1) s += x[" + i + "] * p; else t -= " + e + ";\n";
          case 5 ->
              "if (x["
                  + i
                  + "] > 0.6) "
                  + pick("continue", "break", "continue")
                  + ";\ns += x[0] * p;\n";
          case 6 ->
              "{ double z = 0; for (int j = 0; j < m; j++) z += x[j] * A["
                  + i
                  + "][j]; s += Math.log(1 + z * z); }\n";
          case 7 ->
              "for (int j = "
                  + i
                  + " + 1; j < 4; j++) for (int k = 3; k > j; k--) t += v[j] * x[k] * A["
                  + i
                  + "][k];\n";
          case 8 -> one(2) ? "v[" + i + "] = " + e + ";\n" : "v[" + i + "] += " + e + ";\n";
          case 9 -> one(4) ? "x[" + i + "] = " + e + " * 0.5;\n" : "s = s + " + e + " - p;\n";
          default -> "{ double c = Math.max(" + e + ", 0.2); s += c; t += c * c; }\n";
        });
  }
}
