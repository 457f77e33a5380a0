package org.jacobean.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jacobean.autodiff.error.NotDifferentiable;
import org.jacobean.autodiff.value.Vec;
import org.junit.jupiter.api.Test;

/** Values that carry derivatives themselves, among numbers, arrays and records. */
class ValuesTest {
  record Net(Vec w, double scale, double[] c) {}

  private static final Vec X = new Vec(0.3, -0.7, 1.1);

  private static final Net AT =
      new Net(new Vec(0.5, 1.5, -0.25), 1.3, new double[] {0.2, -0.4, 0.9});

  private static double plain(Vec w) {
    return w.times(X).sin().sum().item();
  }

  private static double mixed(Net n) {
    Vec h = n.w().times(n.scale()).plus(X).sin();
    double s = 0;
    for (int i = 0; i < 3; i++) s += n.c()[i] * h.get(i) * h.times(n.c()[i]).sum().item();
    return s * n.scale() + norm(n.w());
  }

  private static double norm(Vec w) {
    return Math.sqrt(w.times(w).sum().item());
  }

  /** A number taken from a value scales the value again. */
  private static Vec unit(Vec w) {
    double n = norm(w);
    Vec u = w;
    for (int i = 0; i < 2; i++) u = u.times(1 / Math.sqrt(n));
    return u;
  }

  private static double looped(Vec w) {
    Vec h = w;
    double s = 0;
    for (int k = 0; k < 3; k++) {
      h = unit(h.plus(X)).sin();
      if (h.get(0) > -5) s += h.sum().item() * (k + 1);
    }
    return s;
  }

  private static double between(double a, double b) {
    Vec v = X.times(a).sin().plus(X.times(b));
    return v.times(v).sum().item();
  }

  private static Net moved(Net n, int leaf, double h) {
    double[] w = n.w().toArray();
    double[] c = n.c().clone();
    if (leaf < 3) w[leaf] += h;
    else if (leaf > 3) c[leaf - 4] += h;
    return new Net(new Vec(w), leaf == 3 ? n.scale() + h : n.scale(), c);
  }

  private static double[] flat(Net n) {
    double[] w = n.w().toArray();
    return new double[] {w[0], w[1], w[2], n.scale(), n.c()[0], n.c()[1], n.c()[2]};
  }

  private static double[] differences(ToDoubleFunction<Net> f, Net at) {
    double[] d = new double[7];
    double h = 1e-5;
    for (int i = 0; i < 7; i++)
      d[i] = (f.applyAsDouble(moved(at, i, h)) - f.applyAsDouble(moved(at, i, -h))) / (2 * h);
    return d;
  }

  private static double[] differences(ToDoubleFunction<Vec> f, Vec at) {
    double[] all = differences(n -> f.applyAsDouble(n.w()), new Net(at, 0, new double[3]));
    return new double[] {all[0], all[1], all[2]};
  }

  @Test
  void aFunctionOfAValueHasAValueAsGradient() {
    Gradient g = Diff.grad(ValuesTest::plain);
    assertTrue(g.explain().startsWith("tier: compiled"), g.explain());
    assertArrayEquals(
        differences(ValuesTest::plain, AT.w()), ((Vec) g.at(AT.w()).of(0)).toArray(), 1e-9);
  }

  @Test
  void numbersArraysAndValuesMixInARecord() {
    Valued v = Diff.valueAndGrad(ValuesTest::mixed).at(AT);
    assertEquals(mixed(AT), v.value());
    assertArrayEquals(differences(ValuesTest::mixed, AT), flat((Net) v.partials().of(0)), 1e-8);
  }

  @Test
  void numbersTakenFromValuesFlowBackIntoThem() {
    assertArrayEquals(
        differences(ValuesTest::looped, AT.w()),
        ((Vec) Diff.grad(ValuesTest::looped).at(AT.w()).of(0)).toArray(),
        1e-8);
  }

  @Test
  void aFunctionOfNumbersMayUseValuesInside() {
    double h = 1e-5;
    double[] g = Diff.grad(ValuesTest::between).at(0.4, 0.9);
    assertEquals((between(0.4 + h, 0.9) - between(0.4 - h, 0.9)) / (2 * h), g[0], 1e-8);
    assertEquals((between(0.4, 0.9 + h) - between(0.4, 0.9 - h)) / (2 * h), g[1], 1e-8);
    double[][] hessian = Diff.hessian(ValuesTest::between).at(0.4, 0.9);
    double[] up = Diff.grad(ValuesTest::between).at(0.4 + h, 0.9);
    double[] down = Diff.grad(ValuesTest::between).at(0.4 - h, 0.9);
    for (int i = 0; i < 2; i++) assertEquals((up[i] - down[i]) / (2 * h), hessian[0][i], 1e-7);
  }

  @Test
  void forwardModeEqualsReverseMode() {
    Net direction = new Net(new Vec(1, -2, 0.5), 0.7, new double[] {0.1, 0.2, -0.3});
    double[] g = flat((Net) Diff.grad(ValuesTest::mixed).at(AT).of(0));
    double dot = 0;
    for (int i = 0; i < 7; i++) dot += g[i] * flat(direction)[i];
    Differential<Net> forward = Diff.jvp(ValuesTest::mixed);
    assertTrue(forward.explain().startsWith("tier: compiled"), forward.explain());
    assertEquals(dot, forward.at(AT, direction), 1e-12);
    Vec w = new Vec(1, -2, 0.5);
    double[] gw = ((Vec) Diff.grad(ValuesTest::looped).at(AT.w()).of(0)).toArray();
    assertEquals(
        gw[0] - 2 * gw[1] + 0.5 * gw[2], Diff.jvp((Vec v) -> looped(v)).at(AT.w(), w), 1e-12);
  }

  @Test
  void theHessianTimesADirectionIsTheGradientsDifference() {
    Net direction = new Net(new Vec(1, -2, 0.5), 0.7, new double[] {0.1, 0.2, -0.3});
    double h = 1e-5;
    Gradient g = Diff.grad(ValuesTest::mixed);
    double[] up = flat((Net) g.at(along(AT, direction, h)).of(0));
    double[] down = flat((Net) g.at(along(AT, direction, -h)).of(0));
    HessianProduct<Net> second = Diff.hvp(ValuesTest::mixed);
    assertTrue(second.explain().startsWith("tier: compiled"), second.explain());
    double[] product = flat(second.at(AT, direction));
    for (int i = 0; i < 7; i++) assertEquals((up[i] - down[i]) / (2 * h), product[i], 1e-7);
    Gradient gl = Diff.grad(ValuesTest::looped);
    double[] d = {1, -2, 0.5};
    double[] hl = Diff.hvp((Vec v) -> looped(v)).at(AT.w(), new Vec(d)).toArray();
    double[] upl = ((Vec) gl.at(along(AT, direction, h).w()).of(0)).toArray();
    double[] downl = ((Vec) gl.at(along(AT, direction, -h).w()).of(0)).toArray();
    for (int i = 0; i < 3; i++) assertEquals((upl[i] - downl[i]) / (2 * h), hl[i], 1e-7);
  }

  private static Net along(Net n, Net d, double h) {
    double[] x = flat(n);
    double[] v = flat(d);
    for (int i = 0; i < x.length; i++) x[i] += h * v[i];
    return new Net(new Vec(x[0], x[1], x[2]), x[3], new double[] {x[4], x[5], x[6]});
  }

  @Test
  void aConstantValuePassesNothing() {
    Vec g = (Vec) Diff.grad((Vec w) -> w.times(Diff.constant(w)).sum().item()).at(X).of(0);
    assertArrayEquals(X.toArray(), g.toArray());
  }

  @Test
  void aNumberTakenInCodeNobodyReadsIsAnErrorThatSaysWhere() {
    List<Vec> all = List.of(X);
    ToDoubleFunction<Vec> hidden = v -> v.sum().item();
    NotDifferentiable e =
        assertThrows(
            NotDifferentiable.class,
            () -> Diff.grad((Vec w) -> all.size() * hidden.applyAsDouble(w)).at(X));
    assertTrue(e.getMessage().startsWith("item() in `ValuesTest.lambda$"), e.getMessage());
    assertTrue(e.getMessage().contains("detach().item()"), e.getMessage());
  }
}
