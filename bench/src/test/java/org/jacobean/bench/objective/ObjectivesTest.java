package org.jacobean.bench.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The objectives are ADBench's: their values are those its own C++ gives. */
class ObjectivesTest {

  @ParameterizedTest
  @ValueSource(strings = {"d2_K5", "d10_K25"})
  void mixtureHasTheReferenceValueAndItsHandWrittenGradientTheReferenceGradient(String size) {
    Gmm g = Gmm.of("gmm_" + size + ".txt");
    double[] reference = Numbers.of("reference/gmm_" + size + "_n1000.txt").rest();
    double value =
        Gmm.objective(g.d(), g.k(), g.n(), g.alphas(), g.means(), g.icf(), g.x(), g.gamma(), g.m());
    near(reference[0], value, 1);
    double[] a = new double[g.k()],
        b = new double[g.means().length],
        c = new double[g.icf().length];
    near(reference[0], Gmm.byHand(g, a, b, c), 1);
    double[] all = join(a, b, c);
    double scale = largest(reference, 1);
    for (int i = 0; i < all.length; i++) near(reference[1 + i], all[i], scale);
  }

  @Test
  void bundleAdjustmentHasTheReferenceErrors() {
    BundleAdjustment ba = BundleAdjustment.of("ba1_n49_m7776_p31843.txt");
    double[] reference = Numbers.of("reference/ba1_n49_m7776_p31843.txt").rest();
    double[] error =
        BundleAdjustment.reprojection(ba.camera(), ba.point(), ba.weight(), ba.feature());
    near(reference[0], error[0], 1);
    near(reference[1], error[1], 1);
    near(reference[2], BundleAdjustment.weightError(ba.weight()), 1);
  }

  @Test
  void lstmHasTheReferenceValue() {
    Lstm l = Lstm.of("lstm_l2_c1024.txt");
    double[] reference = Numbers.of("reference/lstm_l2_c1024.txt").rest();
    near(
        reference[0],
        Lstm.objective(l.layers(), l.length(), l.b(), l.main(), l.extra(), l.state(), l.sequence()),
        1);
  }

  @Test
  void handHasTheReferenceErrors() {
    Hand h = Hand.of("hand", "hand1_t26_c100.txt");
    double[] reference = Numbers.of("reference/hand_simple_small_hand1_t26_c100.txt").rest();
    double[] errors =
        Hand.errors(
            h.theta(),
            h.parents(),
            h.relatives(),
            h.inverses(),
            h.base(),
            h.weights(),
            h.correspondences(),
            h.points());
    for (int i = 0; i < errors.length; i++) near(reference[i], errors[i], 1);
  }

  @Test
  void classicsAgreeWithDifferences() {
    Random random = new Random(3);
    double[] x = random.doubles(6, -1, 1).toArray(), g = new double[6];
    Classics.rosenbrockByHand(x, g);
    for (int i = 0; i < 6; i++) {
      double[] up = x.clone(), down = x.clone();
      up[i] += 1e-6;
      down[i] -= 1e-6;
      assertEquals((Classics.rosenbrock(up) - Classics.rosenbrock(down)) / 2e-6, g[i], 1e-5);
    }
    double[][] rows = new double[9][];
    double[] y = new double[9];
    for (int i = 0; i < 9; i++) {
      rows[i] = random.doubles(6, -1, 1).toArray();
      y[i] = i % 2;
    }
    Classics.logisticByHand(x, rows, y, g);
    for (int i = 0; i < 6; i++) {
      double[] up = x.clone(), down = x.clone();
      up[i] += 1e-6;
      down[i] -= 1e-6;
      double d = (Classics.logistic(up, rows, y) - Classics.logistic(down, rows, y)) / 2e-6;
      assertEquals(d, g[i], 1e-8);
    }
  }

  private static void near(double expected, double actual, double scale) {
    assertEquals(expected, actual, 1e-10 * Math.max(scale, Math.abs(expected)));
  }

  private static double largest(double[] values, int from) {
    double max = 0;
    for (int i = from; i < values.length; i++) max = Math.max(max, Math.abs(values[i]));
    return max;
  }

  private static double[] join(double[]... parts) {
    return java.util.Arrays.stream(parts).flatMapToDouble(java.util.Arrays::stream).toArray();
  }
}
