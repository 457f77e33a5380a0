package org.jacobean.autodiff.trace;

import static org.jacobean.autodiff.trace.Traced.check;
import static org.jacobean.autodiff.trace.Traced.gradient;
import static org.junit.jupiter.api.Assertions.assertEquals;

import Jama.Matrix;
import java.util.Arrays;
import jnt.scimark2.FFT;
import jnt.scimark2.LU;
import jnt.scimark2.SOR;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.integration.RombergIntegrator;
import org.apache.commons.math3.analysis.integration.SimpsonIntegrator;
import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialSplineFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince54Integrator;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.util.FastMath;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

/** Jars from Maven Central, unchanged, against central differences or known formulas. */
class LibrariesTest {

  @Test
  void logGammaHasDigammaAsItsDerivative() {
    for (double x : new double[] {0.3, 1.0, 2.5, 7.7, 30}) {
      double g = gradient(p -> Gamma.logGamma(p[0]), x)[0];
      assertEquals(Gamma.digamma(x), g, 1e-8 * (1 + Math.abs(g)));
    }
  }

  @Test
  void erfHasTheGaussianAsItsDerivative() {
    for (double x : new double[] {-1.5, 0.2, 0.9, 2.2}) {
      double g = gradient(p -> Erf.erf(p[0]), x)[0];
      assertEquals(2 / Math.sqrt(Math.PI) * Math.exp(-x * x), g, 1e-9);
    }
  }

  @Test
  void regularizedBetaByAllThreeArguments() {
    double[] g = check(1e-6, p -> Beta.regularizedBeta(p[0], p[1], p[2]), 0.4, 2.5, 3.5);
    double density = Math.exp(1.5 * Math.log(0.4) + 2.5 * Math.log(0.6) - Beta.logBeta(2.5, 3.5));
    assertEquals(density, g[0], 1e-9);
  }

  @Test
  void integratorsWithAUsersLambda() {
    double[] g =
        check(
            1e-6,
            p -> new SimpsonIntegrator().integrate(10000, x -> Math.exp(-p[0] * x * x), 0, p[1]),
            0.7,
            1.5);
    assertEquals(Math.exp(-0.7 * 2.25), g[1], 5e-6);
    check(
        1e-6,
        p -> new RombergIntegrator().integrate(10000, x -> Math.sin(p[0] * x) / (1 + x), 0.5, 2),
        1.3);
  }

  @Test
  void dormandPrinceByParametersAndStart() {
    check(1e-6, LibrariesTest::lotkaVolterra, 0.6, 0.8, 1.0, 0.5);
    check(
        1e-6,
        p -> {
          double[] y = {p[0], 0};
          new DormandPrince54Integrator(1e-6, 0.5, 1e-8, 1e-8)
              .integrate(oscillator(p[1]), 0, y, 2, y);
          return y[0];
        },
        1.1,
        1.7);
  }

  static FirstOrderDifferentialEquations oscillator(double stiffness) {
    return new FirstOrderDifferentialEquations() {
      @Override
      public int getDimension() {
        return 2;
      }

      @Override
      public void computeDerivatives(double t, double[] y, double[] dy) {
        dy[0] = y[1];
        dy[1] = -stiffness * y[0];
      }
    };
  }

  static double lotkaVolterra(double[] p) {
    double[] y = {p[2], p[3]};
    FirstOrderDifferentialEquations f =
        new FirstOrderDifferentialEquations() {
          @Override
          public int getDimension() {
            return 2;
          }

          @Override
          public void computeDerivatives(double t, double[] y, double[] dy) {
            dy[0] = p[0] * y[0] - y[0] * y[1];
            dy[1] = y[0] * y[1] - p[1] * y[1];
          }
        };
    new DormandPrince853Integrator(1e-8, 1, 1e-9, 1e-9).integrate(f, 0, y, 3, y);
    return y[0] + 2 * y[1];
  }

  @Test
  void splinesByTheirKnotValues() {
    check(
        p -> {
          PolynomialSplineFunction s =
              new SplineInterpolator().interpolate(new double[] {0, 1, 2, 3}, Arrays.copyOf(p, 4));
          return s.value(p[4]);
        },
        0.1,
        0.9,
        -0.4,
        0.7,
        1.35);
  }

  @Test
  void commonsMathSolvesLinearSystems() {
    check(
        p -> {
          double[][] a = {{4 + p[0], p[1], 0.3}, {p[1], 5, p[2]}, {0.3, p[2], 6}};
          ArrayRealVector b = new ArrayRealVector(new double[] {1, p[0], 2});
          return new LUDecomposition(new Array2DRowRealMatrix(a)).getSolver().solve(b).getEntry(0)
              + new CholeskyDecomposition(new Array2DRowRealMatrix(a))
                  .getSolver()
                  .solve(b)
                  .getNorm()
              + new LUDecomposition(new Array2DRowRealMatrix(a)).getDeterminant() / 100;
        },
        0.5,
        0.7,
        -0.2);
  }

  @Test
  void commonsMathEigenvaluesSingularValuesRootsAndDistributions() {
    check(
        1e-6,
        p -> {
          double[][] a = {{2 + p[0], p[1], 0.1}, {p[1], 3, 0.4}, {0.1, 0.4, 5}};
          Array2DRowRealMatrix m = new Array2DRowRealMatrix(a);
          return new EigenDecomposition(m).getRealEigenvalue(0)
              + new SingularValueDecomposition(m).getSingularValues()[2];
        },
        0.5,
        0.7);
    check(
        1e-6,
        p ->
            new GammaDistribution(p[0], p[1]).cumulativeProbability(1.4)
                + new BetaDistribution(p[0], 2).density(0.3),
        1.7,
        0.8);
    check(1e-5, p -> new BrentSolver(1e-12, 1e-14).solve(200, x -> x * x * x - p[0], 0, 4), 3.0);
  }

  @Test
  void fastMathIsTakenWhole() {
    UnivariateFunction[] all = {
      FastMath::sin,
      FastMath::cos,
      FastMath::tan,
      FastMath::exp,
      FastMath::log,
      FastMath::sqrt,
      FastMath::tanh,
      FastMath::sinh,
      FastMath::cosh,
      FastMath::asin,
      FastMath::acos,
      FastMath::atan,
      FastMath::cbrt,
      FastMath::log1p,
      FastMath::expm1,
      FastMath::log10,
      FastMath::asinh,
      FastMath::atanh,
      FastMath::abs,
      FastMath::toRadians,
      x -> FastMath.acosh(x + 1),
      x -> FastMath.pow(x, 3),
      x -> FastMath.pow(x, x),
      x -> FastMath.hypot(x, 2),
      x -> FastMath.atan2(x, 0.3),
      x -> FastMath.log(2, x),
      x -> x * FastMath.floor(x + 3),
      x -> FastMath.max(x, 0.1) + FastMath.min(x, 0.2),
      x -> FastMath.copySign(x, -1),
      x -> FastMath.scalb(x, 3),
    };
    for (UnivariateFunction f : all) {
      check(p -> f.value(p[0]), 0.37);
    }
  }

  @Test
  void bitsTakenElsewhereLeaveFastMathAlone() {
    check(
        x ->
            x[0] * (Double.doubleToRawLongBits(x[0]) > 0 ? 2 : 3)
                + FastMath.hypot(x[0], 2)
                + FastMath.pow(x[0], 2.5)
                + FastMath.scalb(x[0], 2),
        0.7);
  }

  @Test
  void jamaDecompositions() {
    check(
        p -> {
          double[][] a = {{2 + p[0], p[1]}, {0.3, 1 + p[2]}};
          Matrix m = new Matrix(a);
          Matrix b = new Matrix(new double[] {1, p[0]}, 2);
          return m.lu().solve(b).get(0, 0) + m.qr().solve(b).get(1, 0) + m.inverse().norm1();
        },
        0.4,
        0.6,
        0.2);
    check(
        1e-6,
        p -> {
          double[][] a = {{2 + p[0], p[1], 0}, {p[1], 1, 0.5}, {0, 0.5, -p[0]}};
          return new Matrix(a).eig().getRealEigenvalues()[2]
              + new Matrix(a).eig().getRealEigenvalues()[0];
        },
        0.4,
        0.6);
  }

  @Test
  void ejmlMatrices() {
    check(
        p -> {
          SimpleMatrix a = new SimpleMatrix(new double[][] {{2 + p[0], p[1]}, {p[1], 3}});
          SimpleMatrix b = new SimpleMatrix(new double[][] {{1}, {p[1]}});
          return a.solve(b).elementSum()
              + a.invert().mult(b).normF()
              + a.determinant()
              + a.transpose().mult(a).trace();
        },
        0.4,
        0.6);
  }

  @Test
  void commonsStatisticsDistributions() {
    check(
        1e-6,
        p ->
            NormalDistribution.of(p[0], p[1]).cumulativeProbability(0.7)
                + NormalDistribution.of(p[0], p[1]).logDensity(0.2)
                + TDistribution.of(4.5).cumulativeProbability(p[0]),
        0.4,
        1.3);
  }

  @Test
  void sciMarkTransformFactorsAndRelaxes() {
    check(
        p -> {
          double[] d = new double[16];
          System.arraycopy(p, 0, d, 0, 4);
          FFT.transform(d);
          double s = 0;
          for (double v : d) {
            s += v * v * v;
          }
          FFT.inverse(d);
          return s + d[1];
        },
        0.4,
        0.6,
        -0.3,
        0.8);
    check(
        p -> {
          double[][] a = {{2 + p[0], p[1], 0.1}, {0.3, 1 + p[2], 0.2}, {0.5, p[0], 4}};
          int[] pivot = new int[3];
          LU.factor(a, pivot);
          return a[0][0] * a[1][1] * a[2][2] + a[2][1];
        },
        0.4,
        0.6,
        0.2);
    check(
        p -> {
          double[][] g = new double[5][5];
          for (int i = 0; i < 4; i++) {
            g[0][i] = p[i];
            g[i + 1][4] = p[i] * p[0];
          }
          SOR.execute(1.25, g, 10);
          return g[2][2] + g[3][1];
        },
        0.4,
        0.6,
        -0.3,
        0.8);
  }
}
