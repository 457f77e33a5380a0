package org.jacobean.bench.adbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jacobean.autodiff.Diff;
import org.jacobean.autodiff.Gradient;
import org.jacobean.autodiff.Jacobian;
import org.jacobean.autodiff.Valued;
import org.jacobean.autodiff.function.Functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceGradientsTest {
  private static void same(double[] reference, int at, double[] got, String what) {
    for (int i = 0; i < got.length && at + i < reference.length; i++)
      assertEquals(
          reference[at + i],
          got[i],
          1e-10 * Math.max(1, Math.abs(reference[at + i])),
          what + " " + i);
  }

  @ParameterizedTest
  @ValueSource(strings = {"d2_K5", "d10_K25"})
  void gaussianMixture(String size) {
    Gmm g = new Gmm("gmm_" + size + ".txt");
    double[] reference = Data.reference("gmm_" + size + "_n1000.txt");
    Gradient gradient =
        Diff.grad(Functions.target(Gmm.class, "objective")).wrt("alphas", "means", "icf");
    assertTrue(gradient.explain().startsWith("tier: compiled"), gradient.explain());
    Valued v = gradient.valueAt(g.d, g.k, g.n, g.alphas, g.means, g.icf, g.x, g.gamma, g.m);
    assertEquals(g.value(), v.value());
    assertEquals(reference[0], v.value(), 1e-10 * Math.abs(reference[0]));
    same(reference, 1, v.partials().vector("alphas"), "alpha");
    same(reference, 1 + g.k, v.partials().vector("means"), "mean");
    same(reference, 1 + g.k + g.k * g.d, v.partials().vector("icf"), "icf");
  }

  @Test
  void recurrentNetwork() {
    Lstm l = new Lstm("lstm_l2_c1024.txt");
    double[] reference = Data.reference("lstm_l2_c1024.txt");
    Gradient gradient = Diff.grad(Functions.target(Lstm.class, "objective")).wrt("main", "extra");
    assertTrue(gradient.explain().startsWith("tier: compiled"), gradient.explain());
    Valued v =
        gradient.valueAt(l.layers, l.characters, l.width, l.main, l.extra, l.state, l.sequence);
    assertEquals(reference[0], v.value(), 1e-12);
    same(reference, 1, v.partials().vector("main"), "main");
    same(reference, 1 + l.main.length, v.partials().vector("extra"), "extra");
  }

  @Test
  void bundleAdjustment() {
    Ba b = new Ba("ba1_n49_m7776_p31843.txt");
    double[] reference = Data.reference("ba1_n49_m7776_p31843.txt");
    double fx = b.feature[0];
    double fy = b.feature[1];
    Jacobian j = Diff.jacobian((double[] v) -> Ba.error(v, fx, fy));
    assertTrue(j.explain().startsWith("tier: compiled"), j.explain());
    double[][] rows = j.at(b.variables());
    same(reference, 0, Ba.error(b.variables(), fx, fy), "error");
    same(reference, 3, rows[0], "first row");
    same(reference, 18, rows[1], "second row");
  }

  @Test
  void handTracking() {
    Hand h = new Hand("hand1_t26_c100.txt");
    double[] reference = Data.reference("hand_simple_small_hand1_t26_c100.txt");
    Jacobian j = Diff.jacobian(h.field());
    assertTrue(j.explain().startsWith("tier: compiled"), j.explain());
    double[][] rows = j.at(h.theta);
    same(reference, 0, h.field().apply(h.theta), "residual");
    for (int t = 0; t < 26; t++) {
      double[] column = new double[300];
      for (int i = 0; i < 300; i++) column[i] = rows[i][t];
      same(reference, 300 + 300 * t, column, "column " + t);
    }
  }
}
