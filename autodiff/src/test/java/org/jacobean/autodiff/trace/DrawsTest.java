package org.jacobean.autodiff.trace;

import static org.jacobean.autodiff.trace.Traced.gradient;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.jacobean.autodiff.error.NotDifferentiable;
import org.junit.jupiter.api.Test;

/** Draws without active inputs are constants, the same in both runs. */
class DrawsTest {
  private double drawn;

  /** The derivative is the draw itself, which must be that of the plain run. */
  private double byMath(double[] x) {
    double r = Math.random() + StrictMath.random();
    drawn = r;
    return x[0] * r;
  }

  private double byThread(double[] x) {
    double r =
        ThreadLocalRandom.current().nextDouble() + ThreadLocalRandom.current().nextGaussian();
    drawn = r;
    return x[0] * r;
  }

  @Test
  void mathRandomDrawsAlike() {
    double first = gradient(x -> byMath(x), 2)[0];
    assertEquals(drawn, first);
    double second = gradient(x -> byMath(x), 2)[0];
    assertEquals(drawn, second);
    assertNotEquals(first, second);
  }

  @Test
  void theThreadsGeneratorDrawsAlike() {
    double first = gradient(x -> byThread(x), 2)[0];
    assertEquals(drawn, first);
    double second = gradient(x -> byThread(x), 2)[0];
    assertEquals(drawn, second);
    assertNotEquals(first, second);
  }

  @Test
  void aGeneratorSeededByTheClockInsideIsRefusedByName() {
    NotDifferentiable e =
        assertThrows(
            NotDifferentiable.class, () -> gradient(x -> x[0] * new Random().nextDouble(), 2));
    assertTrue(e.getMessage().contains("does not compute the same twice"), e.getMessage());
    assertTrue(e.getMessage().contains("java.util.Random"), e.getMessage());
    double seeded = new Random(7).nextDouble();
    assertEquals(seeded, gradient(x -> x[0] * new Random(7).nextDouble(), 2)[0]);
  }
}
