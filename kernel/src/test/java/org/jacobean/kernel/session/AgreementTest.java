package org.jacobean.kernel.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sessions of several cells, run by a session and by JShell: every cell must end alike. */
class AgreementTest {
  /** Cells are separated by a line of dashes. */
  static Stream<String> sessions() {
    return Stream.of(
        "1 + 1\n---\n\"a\" + 1\n---\n'c'\n---\n1.5f\n---\n2L\n---\nnull + \"x\"\n---\ntrue ? 1 : 2.0",
        "int x = 5\n---\nx\n---\nx = 6\n---\nx++\n---\nx\n---\nx += 2;\n---\nx",
        "int x;\n---\nx\n---\nString s;\n---\ns == null\n---\nint x = 3;\n---\nlong x = 4;\n---\nx",
        "int a = 1, b = a + 1, c[] = {a, b};\n---\na + b + c.length",
        "byte b = 5; short t = 6; char c = 'x'; float f = 1; double d = 2;\n---\nb + t + c + f + d",
        "final int k = 3;\n---\nk + 1",
        "var v = 1;\n---\nv + 1\n---\nvar l = List.of(1, 2);\n---\nl.get(0)\n---\nvar a = new int[]{1,2};\n---\na[1]",
        "var m = new HashMap<String, List<Integer>>();\n---\nm.computeIfAbsent(\"k\", q -> new ArrayList<>()).add(3);\n---\nm.get(\"k\").get(0) + 1",
        "var c = new Object().getClass();\n---\nc.getSimpleName()",
        "var cmp = Comparator.<String>naturalOrder();\n---\ncmp.compare(\"a\", \"b\")",
        "Map<String, Integer> m = new TreeMap<String, Integer>(), n = null;\n---\nm.size() + (n == null ? 1 : 0)",
        "boolean less = 1 < 2, more = 3 > 2;\n---\nless && more",
        "int f(int x) { return x * 2; }\n---\nf(4)\n---\nint f(int x) { return x * 3; }\n---\nf(4)",
        "<T extends Comparable<T>> T max(List<T> l) { return l.stream().max(Comparator.naturalOrder()).get(); }\n---\nmax(List.of(1, 5, 3))",
        "int sum(int... xs) { int s = 0; for (int x : xs) s += x; return s; }\n---\nsum()\n---\nsum(1, 2, 3)",
        "static int st(int a) { return a; }\npublic int pu(int a) { return st(a) + 1; }\n---\npu(1)",
        "void fail() throws java.io.IOException { throw new java.io.IOException(\"x\"); }\n---\nfail()\n---\n1",
        "int fact(int n) { return n < 2 ? 1 : n * fact(n - 1); }\n---\nfact(10)",
        "int g() { return h() + 1; }\nint h() { return 1; }\n---\ng()",
        "int g() { return h() + 1; }\n---\nint h() { return 1; }\n---\ng()",
        "class A { int x = 1; int get() { return x; } }\n---\nnew A().get()\n---\nA a = new A();\n---\na.x = 5;\n---\na.get()",
        "class A { B b; } class B { A a; int v = 2; }\n---\nA a = new A(); a.b = new B();\n---\na.b.v",
        "class A { static int n = 0; A() { n++; } }\n---\nnew A(); new A();\n---\nA.n",
        "abstract class S { abstract double area(); }\n---\nclass Q extends S { double s; Q(double s) { this.s = s; } double area() { return s * s; } }\n---\nS s = new Q(3);\n---\ns.area()",
        "interface Op { int apply(int a); default Op twice() { return x -> apply(apply(x)); } }\n---\nOp inc = x -> x + 1;\n---\ninc.twice().apply(1)",
        "enum C { RED, GREEN { String n() { return \"g\"; } }; String n() { return \"other\"; } }\n---\nC.GREEN.n() + C.RED.n()\n---\nC.values().length",
        "record P(int x, int y) { P { if (x < 0) throw new IllegalArgumentException(\"neg\"); } int sum() { return x + y; } }\n---\nnew P(1, 2).sum()\n---\nnew P(1, 2).equals(new P(1, 2))\n---\nnew P(-1, 2)",
        "sealed interface S permits A, B {}\nrecord A(int v) implements S {}\nrecord B(String w) implements S {}\n---\nS s = new A(3);\n---\ns instanceof A a ? a.v() : -1",
        "@interface Mark { String value() default \"\"; }\n---\n@Mark(\"m\") class M {}\n---\nnew M() != null",
        "@FunctionalInterface interface F { int f(int x); }\n---\nF f = x -> x + 2;\n---\nf.f(1)",
        "String t = \"\"\"\n  hello\n    \"world\"\n  \"\"\";\n---\nt.length()\n---\nt.lines().count()",
        "for (int i = 0; i < 3; i++) { }\nint z = 0;\nwhile (z < 5) z++;\ndo { z--; } while (z > 2);\n---\nz",
        "int z = 0;\nif (z == 0) z = 1; else z = 2;\n---\nz\n---\nif (z == 0) { z = 1; } else if (z == 1) { z = 7; } else { z = 2; }\n---\nz",
        "int z = 0;\ntry { z = 1 / z; } catch (ArithmeticException e) { z = -1; } finally { z *= 2; }\n---\nz",
        "int n = 3; String w = switch (n) { case 1 -> \"one\"; case 3 -> \"three\"; default -> \"many\"; };\n---\nw",
        "int q = 0;\nswitch (q) { case 0: q = 9; break; default: q = 1; }\n---\nq",
        "outer:\nfor (int i = 0; i < 3; i++) { for (int j = 0; j < 3; j++) { if (j == 1) continue outer; } }\n---\n1",
        "synchronized (new Object()) { int local = 1; }\n{ int inBlock = 2; }\n---\n3",
        "import java.util.concurrent.atomic.AtomicInteger;\n---\nnew AtomicInteger(4).get()\n---\nimport static java.lang.Math.max;\n---\nmax(1, 2)\n---\nimport static java.lang.Math.*;\n---\nabs(-3)",
        "Function<Integer, Integer> sq = x -> x * x;\n---\nsq.apply(5)\n---\nSupplier<String> s = () -> \"lazy\";\n---\ns.get()\n---\nStream.of(1, 2, 3).map(sq).reduce(0, Integer::sum)",
        "int base = 10; IntUnaryOperator add = y -> y + base;\n---\nadd.applyAsInt(1)\n---\nbase = 20\n---\nadd.applyAsInt(1)",
        "int[] xs = {3, 1, 2};\n---\nArrays.sort(xs);\n---\nxs[0]\n---\nint[][] grid = {{1}, {2, 3}};\n---\ngrid[1][1]\n---\nxs[5]",
        "1 / 0\n---\nObject o = null;\n---\no.toString()\n---\n(String) (Object) 1\n---\nthrow new IllegalStateException(\"no\")",
        "int y = undefined;\n---\nundefined()\n---\nint w = \"s\";\n---\nString s = 1;\n---\nnew Missing()\n---\n2",
        "new Object() { int hid = 4; int get() { return hid; } }.get()",
        "1;\n---\n\"s\";\n---\nMath.max(1, 2);\n---\nMath.max(1, 2)",
        "class Box<T> { T v; Box(T v) { this.v = v; } <R> Box<R> map(Function<T, R> f) { return new Box<>(f.apply(v)); } }\n---\nnew Box<>(2).map(i -> \"n\" + i).v",
        "class Outer { class Inner { int v = 6; } static class Nested { int w = 7; } }\n---\nnew Outer().new Inner().v + new Outer.Nested().w",
        "class E extends Exception { E(String m) { super(m); } }\n---\nint z = 0; try { throw new E(\"mine\"); } catch (E e) { z = e.getMessage().length(); }\n---\nz\n---\nthrow new E(\"out\")",
        "int lambdaCount = 0; Runnable r = () -> lambdaCount++; r.run(); r.run();\n---\nlambdaCount",
        "double d = 1 / 3.0; // comment\n/* another */ d > 0.3 // trailing",
        "String s = \"semi;colon { brace\"; char q = ';'; // end\n---\ns.length() + q",
        "int \u00e4\u00f6 = 3; int \u03b1 = 4;\n---\n\u00e4\u00f6 + \u03b1",
        "long big = 0xFFFF_FFFFL; int bin = 0b1010; double e = 1e-3, h = 0x1p3;\n---\nbig + bin\n---\ne + h",
        "int a = 7, b = 3;\n---\na\n % b\n---\na >> 1 >>> 1 << 2",
        "List<? extends Number> wild = List.of(1, 2);\n---\nwild.get(0).intValue()\n---\nvar w2 = wild.get(1);\n---\nw2.intValue()",
        "assert 1 > 2 : \"never\"\n---\n5",
        "int dep() { return val * 2; }\nint val = 21;\n---\ndep()\n---\nval = 4;\n---\ndep()\n---\ndouble val = 1.5;\n---\nval",
        "class T1 { int v() { return 1; } }\n---\nT1 t = new T1();\n---\nclass T1 { int v() { return 2; } }\n---\nt == null\n---\nt = new T1();\n---\nt.v()",
        "int mutual1(int n) { return n <= 0 ? 0 : mutual2(n - 1) + 1; }\nint mutual2(int n) { return n <= 0 ? 0 : mutual1(n - 1) + 1; }\n---\nmutual1(7)",
        "String f(Object o) { return \"o\"; }\nString f(String s) { return \"s\"; }\n---\nf(1) + f(\"x\")",
        "var it = List.of(1, 2, 3).iterator();\nint total = 0;\nwhile (it.hasNext()) total += it.next();\n---\ntotal",
        "Object o = 5;\n---\no instanceof Integer i && i > 3\n---\nif (o instanceof Integer j) { o = j + 1; }\n---\no",
        "int i = 0; i = i++ + ++i;\n---\ni\n---\n-i\n---\n!true\n---\n~5",
        "StringBuilder sb = new StringBuilder(); for (String p : List.of(\"a\", \"b\")) sb.append(p);\n---\nsb.toString()",
        "new int[] {1, 2, 3}.length\n---\nint.class\n---\nString[].class.getSimpleName()\n---\nInteger::parseInt");
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void everyCellEndsAsInJShell(String session) {
    String[] parts = session.split("\n---\n");
    String[] ours = new String[parts.length];
    String[] theirs = new String[parts.length];
    try (Cells cells = new Cells();
        JShellOracle oracle = new JShellOracle()) {
      for (int i = 0; i < parts.length; i++) {
        theirs[i] = parts[i] + " -> " + oracle.run(parts[i]);
        ours[i] = parts[i] + " -> " + Shown.of(cells.run(parts[i]), parts[i]);
      }
    }
    assertEquals(String.join("\n", Arrays.asList(theirs)), String.join("\n", Arrays.asList(ours)));
  }

  /** An outcome in the oracle's words. */
  private static final class Shown {
    static String of(Session.Outcome outcome, String source) {
      if (outcome instanceof Session.Outcome.Failed failed) {
        return failed.name().equals("CompilationException") ? "!compile" : "!EvalException";
      }
      Object value = ((Session.Outcome.Done) outcome).value();
      return value == null || !((Session.Outcome.Done) outcome).shown() ? "" : printed(value);
    }

    private static String printed(Object value) {
      return value instanceof String s
          ? "\"" + s + "\""
          : value instanceof Character c ? "'" + c + "'" : String.valueOf(value);
    }
  }
}
