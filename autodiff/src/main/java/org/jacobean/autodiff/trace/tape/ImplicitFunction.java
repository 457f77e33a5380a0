package org.jacobean.autodiff.trace.tape;

import java.util.Arrays;
import org.jacobean.autodiff.trace.contract.Cost;
import org.jacobean.autodiff.trace.contract.Equations;
import org.jacobean.autodiff.trace.contract.Solutions;

/**
 * Solutions with derivatives by the implicit function theorem: from g(z, x) = 0 follows dz/dx =
 * −(∂g/∂z)⁻¹ ∂g/∂x. Only one evaluation of g stays on the tape, however many a solver took.
 */
public final class ImplicitFunction {
  private ImplicitFunction() {}

  /** The z with g(z) = 0 that the plain run found. */
  public static double[] root(Equations g, String call) {
    double[] z = solution(call);
    double[][] slope = jacobian(g, z);
    return solved(z, slope, g.apply(z.clone()));
  }

  /** The z with f(z) = z: a root of f(z) − z. */
  public static double[] fixedPoint(Equations f, String call) {
    double[] z = solution(call);
    double[][] slope = jacobian(f, z);
    double[] residual = f.apply(z.clone());
    for (int i = 0; i < z.length; i++) {
      slope[i][i] -= 1;
      residual[i] = Arithmetic.sub(residual[i], z[i]);
    }
    return solved(z, slope, residual);
  }

  /** The z where the gradient of a cost vanishes; the gradient is the cost's tangents, recorded. */
  public static double[] least(Cost cost, String call) {
    double[] z = solution(call);
    int n = z.length;
    double[][] slope = new double[n][];
    double[] residual = new double[n];
    for (int j = 0; j < n; j++) {
      double[] active = new double[n];
      Tape.tangent = new double[Tape.value.length];
      for (int i = 0; i < n; i++) {
        int k = Tape.linear(0, 0, z[i]);
        active[i] = Tangents.resume(k, Tangents.pause(), i == j ? 1 : 0);
      }
      int first = Tape.index(active[0]);
      double value = cost.apply(active.clone());
      residual[j] = Tangents.tangent(Tangents.pause(), value);
      slope[j] = gradient(residual[j], first, n);
    }
    return solved(z, slope, residual);
  }

  private static double[] solution(String call) {
    if (Tape.tangent != null) {
      throw Tape.refuse(
          call,
          "its second derivative is not known",
          "take first derivatives of what it is part of, or write the solver out");
    }
    double[] z = Solutions.next();
    if (z == null) {
      throw Tape.refuse(
          call,
          "the plain run did not come by here",
          "make the function take the same way each time it is called");
    }
    return z;
  }

  /** ∂g/∂z at z; what it recorded is dropped again. */
  private static double[][] jacobian(Equations g, double[] z) {
    int mark = Tape.size;
    double[] active = new double[z.length];
    for (int i = 0; i < z.length; i++) {
      active[i] = Tape.of(Tape.linear(0, 0, z[i]));
    }
    double[] r = g.apply(active);
    double[][] rows = new double[r.length][];
    for (int i = 0; i < r.length; i++) {
      rows[i] = gradient(r[i], mark, z.length);
    }
    Tape.truncate(mark);
    return rows;
  }

  private static double[] gradient(double of, int first, int n) {
    double[] adjoints = new double[Tape.size + Tape.reserve];
    int k = Tape.index(of);
    if (k != 0) {
      adjoints[k] = 1;
      Sweep.reverse(adjoints, k, first);
    }
    return Arrays.copyOfRange(adjoints, first, first + n);
  }

  /** z − slope⁻¹·residual, with z's value: the residual is zero up to the solver's tolerance. */
  private static double[] solved(double[] z, double[][] slope, double[] residual) {
    double[] step = LinearSolve.solve(slope, residual);
    double[] out = new double[z.length];
    for (int i = 0; i < z.length; i++) {
      out[i] = Primitive.revalued(Arithmetic.sub(z[i], step[i]), z[i]);
    }
    return out;
  }
}
