package org.jacobean.autodiff.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.jacobean.autodiff.function.Functions;
import org.jacobean.autodiff.lift.World;
import org.jacobean.autodiff.tier.Signature;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.CheckClassAdapter;

/** What is written must be right by the rules of class files. */
class EmittedClassesTest {
  static double loops(double[] x) {
    double s = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        if (x[j] > 3) break;
        s += x[i] * Math.sin(x[j]) / (1 + s * s);
      }
      x[i] = s;
    }
    return s;
  }

  private static double helper(double[] x, double a, int n) {
    return n == 0 ? a * x[0] : helper(x, Math.exp(-a * a), n - 1) + a;
  }

  static double calls(double[] x) {
    return helper(x, x[1], 3) * x[0];
  }

  static double longCode(double[] x) {
    double a = x[0];
    double b = x[1];
    double s = 0;
    for (int i = 0; i < 3; i++) {
      a = a * b + Math.sin(a);
      b = b * 0.3 + a * Math.cos(b);
      s += a * a - b / (2 + a * a);
      a = a * b + Math.sin(s);
      b = b * 0.3 + a * Math.cos(b);
      s += a * a - b / (2 + a * a);
      a = a * b + Math.sin(a);
      b = b * 0.3 + a * Math.cos(s);
      s += a * a - b / (2 + a * a);
      a = Math.tanh(a * b + Math.sin(a));
      b = b * 0.3 + a * Math.cos(b);
      s += a * a - b / (2 + a * a);
      a = a * b + Math.sin(a);
      b = b * 0.3 + a * Math.cos(b);
      s += a * a - b / (2 + a * a);
      a = Math.tanh(a * b + Math.sin(a));
      b = b * 0.3 + a * Math.cos(b);
      s += a * a - b / (2 + a * a);
      a = a * b + Math.sin(a);
      b = b * 0.3 + a * Math.cos(b);
      s += a * a - b / (2 + a * a);
    }
    for (int i = 0; i < 3; i++) {
      a = a * b + Math.sin(a);
      b = b * 0.3 + a * Math.cos(b);
      s += a * a - b / (2 + a * a);
      a = Math.tanh(a * b + Math.sin(s));
      b = b * 0.3 + a * Math.cos(b);
      s += a * a - b / (2 + a * a);
      a = a * b + Math.sin(a);
      b = b * 0.3 + a * Math.cos(s);
      s += a * a - b / (2 + a * a);
      a = Math.tanh(a * b + Math.sin(a));
      b = b * 0.3 + a * Math.cos(b);
      s += a * a - b / (2 + a * a);
    }
    return s + a + b;
  }

  @ParameterizedTest
  @ValueSource(strings = {"loops", "calls", "longCode"})
  void passTheVerifier(String name) {
    Signature s = Signature.of(Functions.target(EmittedClassesTest.class, name));
    World world = new World(EmittedClassesTest.class, null);
    boolean[] active = {true};
    ReverseClass r =
        new ReverseClass(
            "org/jacobean/autodiff/compile/R",
            CompiledTier.program(s, world),
            active,
            0,
            world,
            false);
    check(r.bytes());
    ForwardClass f =
        new ForwardClass(
            "org/jacobean/autodiff/compile/F", CompiledTier.program(s, world), active, 4, 0, world);
    check(f.bytes());
    ReverseClass g =
        new ReverseClass(
            "org/jacobean/autodiff/compile/G",
            CompiledTier.program(s, world),
            active,
            0,
            world,
            true);
    check(new SecondOrderClass("org/jacobean/autodiff/compile/H", g, active, 0, 1, world).bytes());
  }

  private static void check(byte[] bytes) {
    StringWriter problems = new StringWriter();
    CheckClassAdapter.verify(
        new ClassReader(bytes),
        EmittedClassesTest.class.getClassLoader(),
        false,
        new PrintWriter(problems));
    assertEquals("", problems.toString());
  }
}
