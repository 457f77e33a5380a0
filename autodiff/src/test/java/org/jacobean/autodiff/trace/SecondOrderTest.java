package org.jacobean.autodiff.trace;

import static org.jacobean.autodiff.trace.Traced.gradient;
import static org.jacobean.autodiff.trace.Traced.hvp;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.jacobean.autodiff.Diff;
import org.jacobean.autodiff.ScalarField;
import org.jacobean.autodiff.rule.Rule;
import org.jacobean.autodiff.rule.Rules;
import org.jacobean.autodiff.trace.library.MathCalls;
import org.junit.jupiter.api.Test;

/** Hessian-vector products by forward over reverse, rules against the engine's, stop-gradient. */
class SecondOrderTest {

  private static void check(ScalarField f, double... x) {
    double[] v = new double[x.length];
    for (int i = 0; i < v.length; i++) {
      v[i] = 0.3 + i * 0.4;
    }
    double h = 1e-5;
    double[] a = x.clone();
    double[] b = x.clone();
    for (int i = 0; i < x.length; i++) {
      a[i] += h * v[i];
      b[i] -= h * v[i];
    }
    double[] up = gradient(f, a);
    double[] down = gradient(f, b);
    double[] hv = hvp(f, x, v);
    for (int i = 0; i < x.length; i++) {
      double wanted = (up[i] - down[i]) / (2 * h);
      assertEquals(wanted, hv[i], 1e-6 * (1 + Math.abs(wanted)), "component " + i);
    }
  }

  @Test
  void quadraticFormsGiveTheirMatrix() {
    assertArrayEquals(
        new double[] {2 * 0.5 + 2 * 2, 2 * 0.5 + 6 * 2},
        hvp(
            p -> p[0] * p[0] + 2 * p[0] * p[1] + 3 * p[1] * p[1],
            new double[] {1, 2},
            new double[] {0.5, 2}),
        1e-14);
  }

  @Test
  void everyArithmeticInstruction() {
    check(x -> x[0] / x[1] + 3 / x[0] - x[1] / 2 + -x[0] * x[1] * x[0], 0.7, 1.3);
    check(x -> x[0] * x[0] - x[1] * x[0] * x[1] + (x[0] * x[1]) % 0.3 * x[1], 0.7, 1.3);
  }

  @Test
  void everyElementaryFunction() {
    check(x -> Math.sin(x[0]) * Math.cos(x[1]) + Math.tan(x[0] * x[1]), 0.4, 0.6);
    check(x -> Math.exp(x[0] * x[1]) + Math.log(x[0]) * Math.sqrt(x[1]), 0.4, 0.6);
    check(x -> Math.asin(x[0]) + Math.acos(x[1]) * Math.atan(x[0] * x[1]), 0.4, 0.6);
    check(x -> Math.sinh(x[0]) * Math.cosh(x[1]) + Math.tanh(x[0] + x[1]), 0.4, 0.6);
    check(
        x -> Math.cbrt(x[0]) * Math.expm1(x[1]) + Math.log1p(x[0] * x[1]) * Math.log10(x[0]),
        0.4,
        0.6);
    check(x -> Math.pow(x[0], x[1]) + Math.pow(x[0], 3) * Math.hypot(x[0], x[1]), 0.4, 0.6);
    check(x -> Math.atan2(x[0] * x[0], x[1]) + Math.max(x[0], x[1]) * Math.abs(-x[0]), 0.4, 0.6);
    check(x -> Math.fma(x[0], x[1], x[0] * x[0]) * StrictMath.sin(x[1]), 0.4, 0.6);
  }

  @Test
  void objectsAndCollections() {
    check(
        x -> {
          List<Double> l = new ArrayList<>();
          for (double d : x) {
            l.add(Math.tanh(d * x[0]));
          }
          return l.stream().mapToDouble(d -> d * d * d).sum();
        },
        0.4,
        0.6,
        -0.8);
  }

  @Test
  void aConstantStopsTheGradient() {
    assertArrayEquals(new double[] {2}, gradient(x -> x[0] * Diff.constant(x[0]), 2));
    assertArrayEquals(
        new double[] {2, 0}, gradient(x -> x[0] * Diff.constant(x)[0] + Diff.constant(x)[1], 2, 5));
  }

  /** The engine's rules as data, evaluated at a point, against the tracing library's. */
  @Test
  void rulesAgreeWithTheCompiledTier() throws Exception {
    double[] args = {0.37, 0.62, 0.9};
    int compared = 0;
    for (Rule r : Rules.all()) {
      // Math.clamp came with Java 21, and these tests are compiled for 17
      if (r.name().equals("clamp")) {
        continue;
      }
      Class<?>[] types = new Class<?>[r.arity()];
      java.util.Arrays.fill(types, double.class);
      java.lang.reflect.Method m;
      try {
        m = Math.class.getMethod(r.name(), types);
        MathCalls.class.getMethod(r.name(), types);
      } catch (NoSuchMethodException e) {
        continue;
      }
      double[] x = java.util.Arrays.copyOf(args, r.arity());
      Object[] boxed = java.util.Arrays.stream(x).boxed().toArray();
      double value = (Double) m.invoke(null, boxed);
      double[] g = gradient(new Applied(r.name(), r.arity()), x);
      for (int i = 0; i < r.arity(); i++) {
        double wanted = r.partial(i, true).value(x, value);
        assertEquals(wanted, g[i], 1e-15 * (1 + Math.abs(wanted)), r.name() + " by " + i);
      }
      compared++;
    }
    assertEquals(true, compared > 25, compared + " rules compared");
  }

  /** Calls a function of Math by its name, spelled out so that the call is in the bytecode. */
  record Applied(String name, int arity) implements ScalarField {
    @Override
    public double apply(double... x) {
      return switch (name) {
        case "sin" -> Math.sin(x[0]);
        case "cos" -> Math.cos(x[0]);
        case "tan" -> Math.tan(x[0]);
        case "asin" -> Math.asin(x[0]);
        case "acos" -> Math.acos(x[0]);
        case "atan" -> Math.atan(x[0]);
        case "sinh" -> Math.sinh(x[0]);
        case "cosh" -> Math.cosh(x[0]);
        case "tanh" -> Math.tanh(x[0]);
        case "exp" -> Math.exp(x[0]);
        case "expm1" -> Math.expm1(x[0]);
        case "log" -> Math.log(x[0]);
        case "log10" -> Math.log10(x[0]);
        case "log1p" -> Math.log1p(x[0]);
        case "sqrt" -> Math.sqrt(x[0]);
        case "cbrt" -> Math.cbrt(x[0]);
        case "toRadians" -> Math.toRadians(x[0]);
        case "toDegrees" -> Math.toDegrees(x[0]);
        case "abs" -> Math.abs(x[0]);
        case "pow" -> Math.pow(x[0], x[1]);
        case "atan2" -> Math.atan2(x[0], x[1]);
        case "hypot" -> Math.hypot(x[0], x[1]);
        case "IEEEremainder" -> Math.IEEEremainder(x[0], x[1]);
        case "max" -> Math.max(x[0], x[1]);
        case "min" -> Math.min(x[0], x[1]);
        case "fma" -> Math.fma(x[0], x[1], x[2]);
        case "copySign" -> Math.copySign(x[0], x[1]);
        case "nextAfter" -> Math.nextAfter(x[0], x[1]);
        case "nextUp" -> Math.nextUp(x[0]);
        case "nextDown" -> Math.nextDown(x[0]);
        case "signum" -> Math.signum(x[0]);
        case "floor" -> Math.floor(x[0]);
        case "ceil" -> Math.ceil(x[0]);
        case "rint" -> Math.rint(x[0]);
        case "ulp" -> Math.ulp(x[0]);
        default -> throw new IllegalArgumentException(name);
      };
    }
  }
}
