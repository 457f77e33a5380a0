package org.jacobean.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jacobean.autodiff.Diff;
import org.jacobean.autodiff.Valued;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation: PyTorch's values and gradients, differences, and all modes one with another. */
class OperationsTest {
  record In(Tensor a, Tensor b, Tensor c) {}

  interface Operation {
    Tensor of(In x);
  }

  private static final Map<String, Operation> OPERATIONS = new LinkedHashMap<>();

  static {
    Map<String, Operation> o = OPERATIONS;
    o.put("add", x -> x.a.add(x.b));
    o.put("sub", x -> x.a.sub(x.b));
    o.put("mul", x -> x.a.mul(x.b));
    o.put("div", x -> x.a.div(x.b));
    o.put("neg", x -> x.a.neg());
    o.put("pow", x -> x.a.pow(3));
    o.put("exp", x -> x.a.exp());
    o.put("expm1", x -> x.a.expm1());
    o.put("log", x -> x.a.log());
    o.put("log1p", x -> x.a.log1p());
    o.put("sqrt", x -> x.a.sqrt());
    o.put("square", x -> x.a.square());
    o.put("reciprocal", x -> x.a.reciprocal());
    o.put("abs", x -> x.a.abs());
    o.put("sin", x -> x.a.sin());
    o.put("cos", x -> x.a.cos());
    o.put("tanh", x -> x.a.tanh());
    o.put("sigmoid", x -> x.a.sigmoid());
    o.put("softplus", x -> x.a.softplus());
    o.put("relu", x -> x.a.relu());
    o.put("leakyRelu", x -> x.a.leakyRelu(0.1));
    o.put("gelu", x -> x.a.gelu());
    o.put("clamp", x -> x.a.clamp(-0.5, 0.6));
    o.put("max2", x -> x.a.max(x.b));
    o.put("min2", x -> x.a.min(x.b));
    o.put("where", x -> x.a.gt(0.2).where(x.a.mul(x.b), x.b));
    o.put("sum", x -> x.a.sum());
    o.put("sum0", x -> x.a.sum(0));
    o.put("sum12", x -> x.a.sum(1, 2));
    o.put("mean1", x -> x.a.mean(1));
    o.put("var", x -> x.a.var(-1));
    o.put("norm", x -> x.a.norm());
    o.put("max1", x -> x.a.max(1));
    o.put("min0", x -> x.a.min(0));
    o.put("logSumExp", x -> x.a.logSumExp(1));
    o.put("softmax", x -> x.a.softmax(-1));
    o.put("softmax0", x -> x.a.softmax(0));
    o.put("logSoftmax", x -> x.a.logSoftmax(-1));
    o.put("crossEntropy", x -> x.a.crossEntropy(1, 0, 3));
    o.put("reshape", x -> x.a.reshape(2, -1));
    o.put("transpose", x -> x.a.transpose(0, 2).mul(2));
    o.put("permute", x -> x.a.permute(2, 0, 1));
    o.put("broadcastTo", x -> x.a.broadcastTo(2, 3, 4));
    o.put("slice", x -> x.a.slice(1, 1, 4, 2));
    o.put("at", x -> x.a.at(1));
    o.put("concat", x -> Tensor.concat(1, x.a, x.b, x.a));
    o.put("stack", x -> Tensor.stack(1, x.a, x.b));
    o.put("rows", x -> x.a.rows(2, 0, 2, 1));
    o.put("pick", x -> x.a.pick(1, 0, 3));
    o.put("scatterRows", x -> x.a.scatterRows(new int[] {2, 0, 2}, 4));
    o.put("matmul", x -> x.a.matmul(x.b));
    o.put("matmulTurned", x -> x.a.t().matmul(x.b.t()));
    o.put("matmulVector", x -> x.a.matmul(x.b));
    o.put("vectorMatmul", x -> x.a.matmul(x.b));
    o.put("dot", x -> x.a.matmul(x.b));
    o.put("batched", x -> x.a.matmul(x.b));
    o.put("batchedWide", x -> x.a.matmul(x.b));
    o.put("batchedOne", x -> x.a.matmul(x.b));
    o.put("einsumAttention", x -> Tensor.einsum("bqhd,bkhd->bhqk", x.a, x.b));
    o.put("einsumThree", x -> Tensor.einsum("ij,jk,k->i", x.a, x.b, x.c));
    o.put("einsumTrace", x -> Tensor.einsum("ii->", x.a));
    o.put("einsumOuter", x -> Tensor.einsum("i,j->ji", x.a, x.b));
    o.put("conv2d", x -> x.a.conv2d(x.b, 2, 1));
    o.put("maxPool2d", x -> x.a.maxPool2d(2, 2));
    o.put("avgPool2d", x -> x.a.avgPool2d(3, 2));
    o.put("layerNorm", x -> x.a.layerNorm(x.b, x.c, 1e-5));
  }

  private static final Map<String, TorchValues> TORCH = TorchValues.all();

  static Set<String> names() {
    return OPERATIONS.keySet();
  }

  private static Tensor sequence(double phase, int... shape) {
    double[] x = new double[Shapes.size(shape)];
    for (int i = 0; i < x.length; i++) x[i] = Math.sin(1.7 * i + phase);
    return Tensor.of(x).reshape(shape);
  }

  private static double weighed(Operation f, In x, Tensor weights) {
    return f.of(x).mul(weights).sum().item();
  }

  private static In inputs(List<Tensor> t) {
    Tensor none = Tensor.scalar(0);
    return new In(t.get(0), t.size() > 1 ? t.get(1) : none, t.size() > 2 ? t.get(2) : none);
  }

  private static Stream<Tensor> parts(In x) {
    return Stream.of(x.a, x.b, x.c);
  }

  private static double[] flat(In x) {
    return parts(x).flatMapToDouble(t -> java.util.Arrays.stream(t.toArray())).toArray();
  }

  private static double dot(In x, In y) {
    double[] a = flat(x);
    double[] b = flat(y);
    double s = 0;
    for (int i = 0; i < a.length; i++) s += a[i] * b[i];
    return s;
  }

  private static In along(In x, In d, double h) {
    return new In(x.a.add(d.a.mul(h)), x.b.add(d.b.mul(h)), x.c.add(d.c.mul(h)));
  }

  @Test
  void everyCaseOfTorchIsTried() {
    assertEquals(TORCH.keySet(), names());
  }

  @ParameterizedTest
  @MethodSource("names")
  void valuesAndGradientsAreThoseOfTorch(String name) {
    TorchValues torch = TORCH.get(name);
    Operation f = OPERATIONS.get(name);
    In x = inputs(torch.inputs());
    Tensor y = f.of(x);
    assertArrayEquals(torch.outputs().get(0).shape(), y.shape());
    assertArrayEquals(torch.outputs().get(0).toArray(), y.toArray(), 1e-13);
    Tensor w = sequence(0.7, y.shape());
    Valued v = Diff.valueAndGrad((In p) -> weighed(f, p, w)).at(x);
    assertEquals(weighed(f, x, w), v.value(), 0);
    In g = (In) v.partials().of(0);
    assertArrayEquals(flat(inputs(torch.gradients())), flat(g), 1e-12);
    for (int i = 0; i < torch.inputs().size(); i++)
      assertArrayEquals(torch.inputs().get(i).shape(), parts(g).toList().get(i).shape());
  }

  @ParameterizedTest
  @MethodSource("names")
  void differencesForwardModeAndSecondDerivativesAgree(String name) {
    Operation f = OPERATIONS.get(name);
    In x = inputs(TORCH.get(name).inputs());
    In d = new In(sequence(2, x.a.shape()), sequence(3, x.b.shape()), sequence(4, x.c.shape()));
    Tensor w = sequence(0.7, f.of(x).shape());
    double h = 1e-6;
    double slope = (weighed(f, along(x, d, h), w) - weighed(f, along(x, d, -h), w)) / (2 * h);
    In g = (In) Diff.grad((In p) -> weighed(f, p, w)).at(x).of(0);
    assertEquals(slope, dot(g, d), 1e-7 * (1 + Math.abs(slope)));
    double forward = Diff.jvp((In p) -> weighed(f, p, w)).at(x, d);
    assertEquals(dot(g, d), forward, 1e-12 * (1 + Math.abs(slope)));
    In up = (In) Diff.grad((In p) -> weighed(f, p, w)).at(along(x, d, h)).of(0);
    In down = (In) Diff.grad((In p) -> weighed(f, p, w)).at(along(x, d, -h)).of(0);
    double[] second = flat(Diff.hvp((In p) -> weighed(f, p, w)).at(x, d));
    double[] above = flat(up);
    double[] below = flat(down);
    for (int i = 0; i < second.length; i++)
      assertEquals((above[i] - below[i]) / (2 * h), second[i], 2e-7 * (1 + Math.abs(second[i])));
  }

  @ParameterizedTest
  @MethodSource("names")
  void floatsGiveTheSameToTheirPrecision(String name) {
    TorchValues torch = TORCH.get(name);
    Operation f = OPERATIONS.get(name);
    In x = inputs(torch.inputs().stream().map(t -> t.to(DType.FLOAT32)).toList());
    Tensor w = sequence(0.7, f.of(x).shape()).to(DType.FLOAT32);
    assertEquals(DType.FLOAT32, f.of(x).type());
    In g = (In) Diff.grad((In p) -> weighed(f, p, w)).at(x).of(0);
    assertTrue(parts(g).limit(torch.inputs().size()).allMatch(t -> t.type() == DType.FLOAT32));
    assertArrayEquals(flat(inputs(torch.gradients())), flat(g), 2e-5);
  }
}
