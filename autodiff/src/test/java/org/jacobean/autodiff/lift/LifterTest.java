package org.jacobean.autodiff.lift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jacobean.autodiff.error.NotDifferentiable;
import org.jacobean.autodiff.function.Bytecode;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.tree.MethodNode;

class LifterTest {
  static double nested(double[][] a, double x) {
    double s = 0;
    for (int i = 0; i < a.length; i++)
      for (int j = 0; j < a[i].length; j++) {
        if (a[i][j] < 0) continue;
        s += a[i][j] * x;
      }
    return s;
  }

  static double guarded(double x) {
    if (x < 0) throw new IllegalArgumentException(x < -1 ? "far below" : "below");
    return Math.sqrt(x);
  }

  static double caught(double x) {
    try {
      return 1 / x;
    } catch (ArithmeticException e) {
      return 0;
    }
  }

  private static Program lift(String name) {
    for (MethodNode m : Bytecode.of(LifterTest.class).methods)
      if (m.name.equals(name)) return Lifter.lift("org/jacobean/autodiff/lift/LifterTest", m);
    throw new AssertionError(name);
  }

  @Test
  void everyLoopHasOnePreheaderOneLatchAndACounter() {
    Program p = lift("nested");
    assertEquals(2, p.loops.size());
    for (Loop l : p.loops) {
      assertEquals(1, l.preheader.succs.size());
      assertEquals(1, l.latch.succs.size());
      assertEquals(1, Math.abs(l.step(l.counter())));
    }
    assertTrue(p.loops.get(1).parent == p.loops.get(0));
  }

  @Test
  void localVariablesKeepTheirNames() {
    Program p = lift("nested");
    assertEquals("a", p.params.get(0).name);
    assertTrue(p.loops.get(0).header.phis.stream().anyMatch(v -> "s".equals(v.name)));
  }

  @Test
  void aConstructorAcrossBranchesIsOneValue() {
    Program p = lift("guarded");
    long made =
        p.blocks.stream().flatMap(b -> b.body.stream()).filter(v -> v.op == Op.CONSTRUCT).count();
    assertEquals(1, made);
  }

  @Test
  void aCatchIsRefusedByName() {
    NotDifferentiable e = assertThrows(NotDifferentiable.class, () -> lift("caught"));
    assertTrue(e.getMessage().contains("LifterTest.caught"), e.getMessage());
  }
}
