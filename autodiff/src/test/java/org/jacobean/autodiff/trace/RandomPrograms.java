package org.jacobean.autodiff.trace;

import java.util.Random;

/**
 * Writes random Java programs of one vector that use classes, inheritance, lambdas, collections,
 * boxes, streams, exceptions and loops; values stay of the order of one.
 */
final class RandomPrograms {
  static final String SHARED =
      """
      import java.util.*;
      import java.util.function.*;
      import java.util.stream.*;
      import org.jacobean.autodiff.ScalarField;
      public class Programs {
        static class Cell {
          double v; int uses;
          Cell(double v) { this.v = v; }
          double read() { uses++; return v; }
          void add(double d) { v = Math.tanh(v + d); }
        }
        static class Doubled extends Cell {
          Doubled(double v) { super(v); }
          @Override double read() { return super.read() * 2 - 0.1; }
        }
        record Pair(double a, double b) {
          double mix() { return a * b + a - 0.5 * b; }
          Pair swap() { return new Pair(b, a); }
        }
        static class Missing extends RuntimeException { final double by; Missing(double by) { this.by = by; } }
        static double demand(double d) { if (d > 0.4) throw new Missing(d); return d * 1.5; }
      """;

  private final Random random;
  private final StringBuilder out = new StringBuilder();
  private int locals;

  RandomPrograms(long seed) {
    random = new Random(seed);
  }

  /** The body of a method {@code double f(double[] x)} with x of length 3. */
  String method(String name) {
    out.append("  static double ").append(name).append("(double[] x) {\n");
    line(
        "Cell c = " + (random.nextBoolean() ? "new Cell(" : "new Doubled(") + expression(2) + ");");
    line("Pair p = new Pair(" + expression(1) + ", " + expression(1) + ");");
    line("List<Double> l = new ArrayList<>(); for (double d : x) l.add(d * " + number() + ");");
    line("Map<String, Double> m = new HashMap<>(); m.put(\"k\", " + expression(1) + ");");
    line("double[] a = new double[4]; double s = " + expression(2) + ";");
    int n = 3 + random.nextInt(6);
    for (int i = 0; i < n; i++) {
      statement(2);
    }
    line("return s + c.read() + p.mix() + l.get(0) + m.get(\"k\") + a[1] + a[2];");
    return out.append("  }\n").toString();
  }

  private void line(String s) {
    out.append("    ").append(s).append('\n');
  }

  private void statement(int depth) {
    String e = "Math.sin(" + expression(2) + ")";
    switch (random.nextInt(depth > 0 ? 13 : 9)) {
      case 0 -> line("s = " + e + ";");
      case 1 -> line("c.add(" + e + ");");
      case 2 -> line("p = " + (random.nextBoolean() ? "p.swap();" : "new Pair(" + e + ", p.a());"));
      case 3 -> line("l.set(" + random.nextInt(3) + ", " + e + ");");
      case 4 -> line("m.merge(\"k\", " + e + ", (u, v) -> Math.tanh(u * v + 0.3));");
      case 5 -> line("a[" + random.nextInt(4) + "] = " + e + ";");
      case 6 -> line("s = Math.tanh(s + " + stream() + ");");
      case 7 -> {
        String f = "f" + locals++;
        line(
            "double k"
                + f
                + " = s; DoubleUnaryOperator "
                + f
                + " = t -> t * k"
                + f
                + " + "
                + number()
                + ";");
        line("s = Math.cos(" + f + ".andThen(Math::sin).applyAsDouble(" + expression(1) + "));");
      }
      case 8 -> {
        line("try { s += demand(" + e + "); }");
        line("catch (Missing q) { s = Math.tanh(s - q.by); } finally { a[3] = s; }");
      }
      case 9 -> block("if (" + expression(1) + " < " + number() + ") {", depth);
      case 10 ->
          block(
              "for (int i"
                  + locals
                  + " = 0; i"
                  + locals++
                  + " < "
                  + (1 + random.nextInt(4))
                  + ";"
                  + " i"
                  + (locals - 1)
                  + "++) {",
              depth);
      case 11 -> block("for (double d" + locals++ + " : l.toArray(new Double[0])) {", depth);
      default -> block("synchronized (l) {", depth);
    }
  }

  private void block(String head, int depth) {
    line(head);
    int n = 1 + random.nextInt(2);
    for (int i = 0; i < n; i++) {
      statement(depth - 1);
    }
    line("}");
  }

  private String stream() {
    return switch (random.nextInt(6)) {
      case 0 -> "l.stream().mapToDouble(d -> d * d).sum()";
      case 1 -> "Arrays.stream(x).map(Math::sin).boxed().reduce(0.0, Double::sum)";
      case 2 ->
          "l.stream().sorted(Comparator.reverseOrder()).limit(2).collect(Collectors.summingDouble(d -> d))";
      case 3 -> "IntStream.range(0, 3).mapToDouble(i -> x[i] * l.get(i)).average().getAsDouble()";
      case 4 -> "DoubleStream.of(a).filter(d -> d > 0.1).map(d -> d * d).max().orElse(0.2)";
      default -> "l.stream().max(Double::compare).map(d -> d * 0.5).orElseThrow()";
    };
  }

  private String number() {
    return String.format(java.util.Locale.ROOT, "%.3f", random.nextDouble() * 1.6 - 0.8);
  }

  private String expression(int depth) {
    if (depth == 0) {
      return random.nextInt(4) == 0 ? "(" + number() + ")" : "x[" + random.nextInt(3) + "]";
    }
    String a = expression(depth - 1);
    String b = expression(depth - 1);
    return switch (random.nextInt(10)) {
      case 0 -> "(" + a + " + " + b + ")";
      case 1 -> "(" + a + " - " + b + ")";
      case 2, 3 -> "(" + a + " * " + b + ")";
      case 4 -> "(" + a + " / (1.5 + " + b + " * " + b + "))";
      case 5 -> "Math.tanh(" + a + ")";
      case 6 -> "Math.max(" + a + ", " + b + ")";
      case 7 -> "Math.sqrt(1 + " + a + " * " + a + ")";
      case 8 -> "-Math.abs(" + a + ")";
      default -> "Math.pow(Math.abs(" + a + ") + 0.2, " + b + ")";
    };
  }
}
