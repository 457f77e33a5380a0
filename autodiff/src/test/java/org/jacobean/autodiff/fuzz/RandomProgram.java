package org.jacobean.autodiff.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes a random Java method of nested loops, breaks, switches, aliasing rows, calls and records.
 */
final class RandomProgram {
  private static final String HELPERS =
      """
        static double h2(double a, double b) { double c = a * Math.sin(b); if (c > 0.1) c = c * c; else c = c - b; return Math.tanh(c); }
        static double h1(double a, double[] v, int n) { double t = 0; for (int i = 0; i < 3; i++) { v[(i + n) & 3] = v[(i + n) & 3] * Math.cos(a) + 0.1; t += v[i] * v[i] * a; } v[0] = Math.sin(t) * v[1]; return Math.sin(t); }
        static double[] h3(double[] u, double[] v, double a, int n) { if ((n & 1) == 0) return u; double[] r = new double[4]; for (int i = 0; i < 4; i++) r[i] = u[i] * 0.5 + v[3 - i] * a; return r; }
        static double h4(double a, int n, double[] v) { if (n <= 0) return Math.sin(a) * v[1]; v[n & 3] = v[n & 3] * 0.8 + a; return h4(a * 0.7 + v[0] * 0.1, n - 1, v) + a * a; }
      """;
  private final Random r;
  private final StringBuilder s = new StringBuilder();
  private final List<String> ints = new ArrayList<>(List.of("n"));
  private final List<String> reals = new ArrayList<>(List.of("p", "q"));
  private final List<String> arrays = new ArrayList<>(List.of("x", "y"));
  private int names;
  private int depth;
  private int loops;

  private RandomProgram(long seed) {
    r = new Random(seed);
  }

  /**
   * A class with a method {@code f(double p, double q, double[] x, double[] y, double[][] A, int
   * n)}; arrays have length 4.
   */
  static String source(String name, long seed) {
    RandomProgram g = new RandomProgram(seed);
    g.s.append("public class ").append(name).append(" {\n").append(HELPERS);
    g.s.append(
        "public static double f(double p, double q, double[] x, double[] y, double[][] A, int n) {\n");
    g.block(5 + g.r.nextInt(8), false);
    g.s.append(
        "return p + q * x[0] + x[1] * y[2] + x[3] + y[0] * y[1] + A[0][0] * A[1][1] + A[2][3]; } }\n");
    return g.s.toString();
  }

  private String pick(List<String> l) {
    return l.get(r.nextInt(l.size()));
  }

  private String index() {
    String i = pick(ints);
    return switch (r.nextInt(4)) {
      case 0 -> "(" + i + "&3)";
      case 1 -> "((" + i + "+" + r.nextInt(4) + ")&3)";
      case 2 -> "" + r.nextInt(4);
      default -> "((" + i + "*" + (1 + r.nextInt(3)) + "+" + pick(ints) + ")&3)";
    };
  }

  private String real(int d) {
    return switch (r.nextInt(d <= 0 ? 3 : 14)) {
      case 0 -> pick(reals);
      case 1 -> pick(arrays) + "[" + index() + "]";
      case 2 ->
          r.nextInt(4) == 0
              ? "A[" + index() + "][" + index() + "]"
              : "(" + (r.nextInt(200) - 100) / 100.0 + ")";
      case 3, 4 -> "(" + real(d - 1) + "+" + real(d - 1) + ")";
      case 5 -> "(" + real(d - 1) + "-" + real(d - 1) + ")";
      case 6, 7 -> "(" + real(d - 1) + "*" + real(d - 1) + "*0.7)";
      case 8 -> "(" + real(d - 1) + "/(2+Math.cos(" + real(d - 1) + ")))";
      case 9 ->
          "Math." + new String[] {"sin", "tanh", "cos"}[r.nextInt(3)] + "(" + real(d - 1) + ")";
      case 10 -> "Math.sqrt(1.5+Math.sin(" + real(d - 1) + "))";
      case 11 -> call(d);
      case 12 -> "Math.max(" + real(d - 1) + "," + real(d - 1) + ")";
      default -> "(" + real(d - 1) + ">" + real(0) + "?" + real(d - 1) + ":" + real(d - 1) + ")";
    };
  }

  private String call(int d) {
    return switch (r.nextInt(4)) {
      case 0 -> "h1(" + real(d - 1) + "," + pick(arrays) + "," + pick(ints) + ")";
      case 1 -> "h4(Math.sin(" + real(d - 1) + ")," + r.nextInt(4) + "," + pick(arrays) + ")";
      default -> "h2(" + real(d - 1) + "," + real(d - 1) + ")";
    };
  }

  private void block(int n, boolean inLoop) {
    int i = ints.size();
    int d = reals.size();
    int a = arrays.size();
    for (int k = 0; k < n; k++) statement(inLoop);
    while (ints.size() > i) ints.remove(ints.size() - 1);
    while (reals.size() > d) reals.remove(reals.size() - 1);
    while (arrays.size() > a) arrays.remove(arrays.size() - 1);
  }

  private void statement(boolean inLoop) {
    switch (r.nextInt(17)) {
      case 0, 1 -> line(pick(reals) + "=Math.tanh(" + real(2) + ");");
      case 2, 3 -> line(pick(arrays) + "[" + index() + "]=0.5*" + real(2) + ";");
      case 4 -> line(pick(arrays) + "[" + index() + "]+=" + real(1) + "*0.3;");
      case 5 -> line("A[" + index() + "][" + index() + "]=Math.sin(" + real(2) + ");");
      case 6 -> declare("d", "double ", "=Math.sin(" + real(2) + ");", reals);
      case 7 ->
          declare(
              "w",
              "double[] ",
              "=" + (r.nextBoolean() ? "new double[4]" : pick(arrays) + ".clone()") + ";",
              arrays);
      case 8, 9 -> loop();
      case 10, 11 -> branch(inLoop);
      case 12 -> {
        if (inLoop) line("if(" + real(1) + ">0.4) " + (r.nextBoolean() ? "break;" : "continue;"));
      }
      case 13 -> alias();
      case 14 ->
          declare(
              "w",
              "double[] ",
              "=h3(" + pick(arrays) + "," + pick(arrays) + "," + real(1) + "," + pick(ints) + ");",
              arrays);
      case 15 ->
          line(
              "switch("
                  + pick(ints)
                  + "&3){ case 0: p="
                  + real(1)
                  + "*0.5; break; case 1: q=Math.sin("
                  + real(1)
                  + "); default: p=p*0.9; }");
      default -> line("q=q*0.8+Math.sin(" + real(1) + ");");
    }
  }

  private void line(String text) {
    s.append(text).append('\n');
  }

  private void declare(String prefix, String type, String value, List<String> into) {
    String v = prefix + names++;
    line(type + v + value);
    into.add(v);
  }

  private void alias() {
    String a = pick(arrays);
    if (a.startsWith("w")) line(a + "=A[" + index() + "];");
    else if (r.nextBoolean()) line("A[" + index() + "]=" + pick(arrays) + ";");
    else
      line(
          "{ double[] rr=A["
              + index()
              + "]; rr["
              + index()
              + "]=rr["
              + index()
              + "]*"
              + real(1)
              + "; }");
  }

  private void branch(boolean inLoop) {
    line("if(" + real(1) + ">" + real(1) + "){");
    block(1 + r.nextInt(2), inLoop);
    if (r.nextBoolean()) {
      line("} else {");
      block(1 + r.nextInt(2), inLoop);
    }
    line("}");
  }

  private void loop() {
    if (depth >= 3 || loops >= 5) return;
    depth++;
    loops++;
    String v = "i" + names++;
    int from = r.nextInt(2);
    switch (r.nextInt(4)) {
      case 0, 1 ->
          line("for(int " + v + "=" + from + ";" + v + "<" + (2 + r.nextInt(3)) + ";" + v + "++){");
      case 2 ->
          line(
              "for(int "
                  + v
                  + "="
                  + pick(ints)
                  + "+2;"
                  + v
                  + ">"
                  + pick(ints)
                  + "-1;"
                  + v
                  + "-=2){");
      default ->
          line(
              "int c"
                  + v
                  + "=0; for(int "
                  + v
                  + "=7;c"
                  + v
                  + "<3;"
                  + v
                  + "="
                  + v
                  + "*5%11){ c"
                  + v
                  + "++;");
    }
    ints.add(v);
    block(1 + r.nextInt(4), true);
    ints.remove(ints.size() - 1);
    line("}");
    depth--;
  }
}
