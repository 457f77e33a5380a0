package org.jacobean.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jacobean.autodiff.Diff;
import org.jacobean.autodiff.Gradient;
import org.jacobean.tensor.blas.Blas;
import org.junit.jupiter.api.Test;

/** Tensors as users meet them: shapes, views, memory, text, errors. */
class TensorTest {
  private static final Tensor A = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}});

  private static String message(org.junit.jupiter.api.function.Executable e) {
    return assertThrows(TensorException.class, e).getMessage();
  }

  @Test
  void arraysGoInAndComeOut() {
    double[][] rows = {{1, 2, 3}, {4, 5, 6}};
    assertArrayEquals(new int[] {2, 3}, A.shape());
    assertArrayEquals(rows, A.toRows());
    assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, A.toArray());
    assertEquals(6, A.get(1, 2));
    assertEquals(6, A.get(-1, -1));
    assertEquals(DType.FLOAT64, A.type());
    assertEquals(DType.FLOAT32, Tensor.of(1f, 2f).type());
    assertArrayEquals(new double[] {0, 0.5, 1}, Tensor.linspace(0, 1, 3).toArray());
    assertEquals(2, Tensor.eye(2).sum().item());
  }

  @Test
  void viewsShareTheirNumbers() {
    Tensor column = A.slice(1, 1, 2);
    assertArrayEquals(new double[] {2, 5}, column.toArray());
    assertTrue(column.storage == A.storage && A.t().storage == A.storage);
    assertArrayEquals(new double[] {1, 4, 2, 5, 3, 6}, A.t().toArray());
    assertArrayEquals(new double[] {2, 5, 3, 6}, A.t().slice(0, 1, 3).toArray());
    assertArrayEquals(new double[] {1, 3}, A.at(0).slice(0, 0, 3, 2).toArray());
  }

  @Test
  void largeTensorsAreReadBlockByBlock() {
    Tensor x = Tensor.arange(50_000).reshape(250, 200);
    assertEquals(50_000.0 * 49_999 / 2, x.sum().item());
    assertEquals(50_000.0 * 49_999 / 2, x.t().sum().item());
    assertEquals(x.get(17, 31), x.t().mul(1).get(31, 17));
    assertEquals(49_999, x.max(1).max(0).item());
    assertArrayEquals(x.t().sum(1).toArray(), x.sum(0).toArray());
  }

  @Test
  void floatsAreRoundedAndTheWiderPrecisionWins() {
    Tensor f = Tensor.of(0.1f);
    assertEquals(0.1f, f.get(0), 0);
    assertEquals((double) 0.1f * 0.1, f.mul(Tensor.of(0.1)).get(0), 1e-18);
    assertEquals(DType.FLOAT64, f.add(Tensor.of(0.1)).type());
    assertEquals(DType.FLOAT32, f.mul(0.1).type());
  }

  @Test
  void textShowsShapeAndASample() {
    String s = A.toString().replace(System.lineSeparator(), "\n");
    assertEquals("Tensor float64 2×3\n[[1, 2, 3],\n [4, 5, 6]]", s);
    assertEquals("Tensor float64 () 2.500", Tensor.scalar(2.5).toString());
    assertEquals(
        "Tensor float32 20 [0, 1, 2, …, 17, 18, 19]",
        Tensor.arange(20).to(DType.FLOAT32).toString());
  }

  @Test
  void wrongShapesSayBothShapesTheOperationAndTheLine() {
    Tensor b = Tensor.zeros(4, 2);
    String matmul = message(() -> A.matmul(b));
    assertTrue(
        matmul.startsWith(
            "matmul: 2×3 times 4×2: the inner sizes 3 and 4 differ (TensorTest.lambda$"),
        matmul);
    assertTrue(matmul.matches(".*, line \\d+\\)"), matmul);
    assertTrue(
        message(() -> A.add(b))
            .startsWith("add: 2×3 and 4×2 do not fit: along axis 1 they have 3 and 2"));
    assertTrue(message(() -> A.reshape(4, 2)).startsWith("reshape: 2×3 has 6 numbers, 4×2"));
    assertTrue(
        message(() -> Tensor.concat(0, A, b))
            .startsWith("concat: 2×3 and 4×2 may differ along axis 0 only"));
    assertTrue(message(() -> A.sum(2)).startsWith("sum: there is no axis 2 in 2×3"));
    assertTrue(message(() -> A.at(5)).startsWith("at: [5] does not lie within 2×3"));
    assertTrue(message(() -> A.crossEntropy(1, 2, 0)).contains("logits are 2×3, for 3 labels"));
    assertTrue(message(() -> A.crossEntropy(1, 3)).contains("label 3 among 3 classes (row 1)"));
    assertTrue(message(() -> A.item()).startsWith("item: 2×3 is not a single number"));
    assertTrue(message(() -> A.rows(2)).startsWith("rows: there is no row 2 in 2×3"));
    assertTrue(
        message(() -> Tensor.einsum("ij,jk->ik", A, b))
            .startsWith("einsum \"ij,jk->ik\": axis `j` is 3 in one place and 4 in another"));
    assertTrue(message(() -> A.conv2d(b, 1, 0)).startsWith("conv2d: images 2×3 need kernels"));
    assertTrue(
        message(() -> A.permute(0, 0)).startsWith("permute: [0, 0] does not name each axis"));
  }

  @Test
  void aFreedTensorUsedAgainIsAnError() {
    Tensor t = Tensor.ones(3);
    Tensor view = t.slice(0, 0, 2);
    t.free();
    assertTrue(message(() -> view.sum()).startsWith("a freed tensor: its memory was given back"));
    assertEquals("Tensor 3 (freed)", t.toString());
    t.free();
  }

  @Test
  void aScopeFreesWhatIsNotKept() {
    Tensor kept;
    Tensor lost;
    long before = Pool.ALL.used();
    try (Scope s = Tensor.scope()) {
      lost = Tensor.ones(1000);
      kept = s.keep(lost.mul(2));
    }
    assertEquals(2000, kept.sum().item());
    message(() -> lost.sum());
    kept.free();
    assertTrue(Pool.ALL.used() <= before + 1000);
  }

  @Test
  void gradientsOutliveTheirSweepAndNothingElseDoes() {
    Tensor x = Tensor.randn(1, 20, 30);
    Tensor[] inside = new Tensor[1];
    Gradient g = Diff.grad((Tensor w) -> note(inside, x.matmul(w)).tanh().sum().item());
    Tensor d = (Tensor) g.at(Tensor.randn(2, 30, 10)).of(0);
    assertArrayEquals(new int[] {30, 10}, d.shape());
    d.sum();
    message(() -> inside[0].sum());
    for (int i = 0; i < 50; i++) step(g);
    long before = Pool.ALL.used();
    for (int i = 0; i < 200; i++) step(g);
    assertTrue(Pool.ALL.used() <= before);
  }

  private static void step(Gradient g) {
    Tensor w = Tensor.randn(2, 30, 10);
    ((Tensor) g.at(w).of(0)).free();
    w.free();
  }

  private static Tensor note(Tensor[] into, Tensor t) {
    into[0] = t;
    return t;
  }

  @Test
  void plainLoopsGiveWhatOpenBlasGives() {
    assertEquals("OpenBLAS", Blas.best().name());
    Tensor a = Tensor.randn(1, 7, 5);
    Tensor b = Tensor.randn(2, 5, 6);
    Tensor turned = Tensor.randn(3, 6, 5);
    assertArrayEquals(a.matmul(b).toArray(), plain(a, b, false), 1e-14);
    assertArrayEquals(a.matmul(turned.t()).toArray(), plain(a, turned, true), 1e-14);
  }

  private static double[] plain(Tensor a, Tensor b, boolean turned) {
    Tensor r = Tensor.zeros(7, 6);
    Blas.plain()
        .gemm(
            false,
            turned,
            7,
            6,
            5,
            a.storage.doubles(),
            5,
            b.storage.doubles(),
            turned ? 5 : 6,
            r.storage.doubles());
    return r.toArray();
  }

  @Test
  void dropoutIsTheSameForTheSameSeedAndKeepsTheMean() {
    Tensor x = Tensor.ones(100, 100);
    assertArrayEquals(x.dropout(0.3, 5).toArray(), x.dropout(0.3, 5).toArray());
    assertEquals(1, x.dropout(0.3, 5).mean().item(), 0.02);
    assertEquals(0.3, x.dropout(0.3, 5).eq(0).mean().item(), 0.02);
    Tensor g = (Tensor) Diff.grad((Tensor t) -> t.dropout(0.3, 5).sum().item()).at(x).of(0);
    assertArrayEquals(x.dropout(0.3, 5).toArray(), g.toArray());
  }
}
