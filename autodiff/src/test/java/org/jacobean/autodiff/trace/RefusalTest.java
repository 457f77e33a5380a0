package org.jacobean.autodiff.trace;

import static org.jacobean.autodiff.trace.Traced.check;
import static org.jacobean.autodiff.trace.Traced.gradient;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Point2D;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.jacobean.autodiff.ScalarField;
import org.jacobean.autodiff.error.NotDifferentiable;
import org.junit.jupiter.api.Test;

/** Where no derivative passes, an error says what, where, why and what to do. */
class RefusalTest {

  private static void refused(String wanted, ScalarField f) {
    NotDifferentiable e = assertThrows(NotDifferentiable.class, () -> gradient(f, 1.5, 2.5));
    assertTrue(e.getMessage().contains(wanted), e.getMessage());
    assertTrue(e.getMessage().contains("RefusalTest."), "names the method: " + e.getMessage());
    assertTrue(e.line() > 0, "names the line: " + e.getMessage());
    // the engine is usable afterwards
    assertArrayEquals(new double[] {3, 0}, gradient(x -> x[0] * x[0], 1.5, 2.5));
  }

  @Test
  void textAndBack() {
    refused("Double.parseDouble", x -> Double.parseDouble("" + x[0]));
    refused("Double.valueOf", x -> Double.valueOf(String.valueOf(x[0])));
    refused("Float.parseFloat", x -> x[1] * Float.parseFloat(Double.toString(x[0])));
    refused("new BigDecimal", x -> new BigDecimal(x[0] + "").doubleValue());
    refused("Double.parseDouble", x -> Double.parseDouble(String.format("%.3f", x[0] * 2)));
    refused(
        "Double.parseDouble",
        x -> Double.parseDouble(new StringBuilder().append("a ").append(x[0]).substring(2)));
  }

  @Test
  void textOnlyPrintedIsFine() {
    check(
        x -> {
          String s = "x = " + x[0] + ", " + Arrays.toString(x) + List.of(x[0], x[1]);
          StringBuilder b = new StringBuilder().append(x[1]).append(s);
          System.out.printf("", b);
          return x[0] * x[1] + b.length() + Double.parseDouble("3.25");
        },
        1.5,
        2.5);
  }

  @Test
  void bitsAndBack() {
    refused(
        "Double.longBitsToDouble", x -> Double.longBitsToDouble(Double.doubleToLongBits(x[0]) + 1));
    check(x -> x[0] * (Double.doubleToRawLongBits(x[1]) > 0 ? 2 : 3), 1.5, 2.5);
  }

  @Test
  void narrowingToFloat() {
    refused("a cast to float", x -> (float) x[0]);
    refused("a cast to float", x -> Double.valueOf(x[0]).floatValue());
    check(x -> x[0] * (int) x[1] + (long) x[0], 1.5, 2.5);
  }

  @Test
  void decimalsPointsAndUnknownCallsOfTheJdk() {
    refused("BigDecimal.valueOf", x -> BigDecimal.valueOf(x[0]).doubleValue());
    refused("new BigDecimal", x -> new BigDecimal(x[0]).doubleValue());
    refused("new Point2D.Double", x -> new Point2D.Double(1, x[0]).distance(0, 0));
    refused("Point2D.distance", x -> Point2D.distance(0, x[0], 1, 2));
    DoubleFunction<BigDecimal> exact = BigDecimal::new;
    refused(
        "new BigDecimal", x -> ((DoubleFunction<BigDecimal>) BigDecimal::new).apply(x[0]).scale());
    assertEquals(1, exact.apply(1).intValue());
    check(x -> x[0] * BigDecimal.valueOf(2.5).doubleValue(), 1.5, 2.5);
  }

  @Test
  void hashedKeys() {
    refused(
        "Map.put with an active key",
        x -> {
          Map<Double, String> m = new HashMap<>();
          m.put(x[0], "a");
          return x[0];
        });
    refused(
        "Set.add with an active key",
        x -> {
          HashSet<Double> s = new HashSet<>();
          s.add(x[0]);
          return x[0];
        });
  }

  @Test
  void anotherThread() {
    refused(
        "work in another thread",
        x -> {
          double[] y = new double[1];
          Thread t =
              new Thread(
                  () -> {
                    try {
                      y[0] = x[0] * x[1];
                    } catch (Error e) {
                      y[0] = 1;
                    }
                  });
          t.start();
          try {
            t.join();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return y[0];
        });
    check(x -> IntStream.range(0, 9).parallel().mapToDouble(i -> x[0] * i).sum(), 1.5, 2.5);
    check(x -> Arrays.asList(x[0], x[1]).parallelStream().mapToDouble(d -> d * d).sum(), 1.5, 2.5);
  }

  @Test
  void valuesThatDifferBetweenRuns() {
    NotDifferentiable e =
        assertThrows(NotDifferentiable.class, () -> gradient(x -> x[0] + System.nanoTime(), 1));
    assertTrue(e.getMessage().contains("does not compute the same twice"), e.getMessage());
  }

  static double longLoop(double[] x) {
    double s = 0;
    for (int i = 0; i < 100_000; i++) {
      s += Math.sin(x[0] * i);
    }
    return s;
  }

  @Test
  void theTapeSaysWhenItIsFull() {
    System.setProperty("jacobean.tape.operations", "100000");
    NotDifferentiable e;
    try {
      e = assertThrows(NotDifferentiable.class, () -> gradient(RefusalTest::longLoop, 1.5));
    } finally {
      System.clearProperty("jacobean.tape.operations");
    }
    assertTrue(e.getMessage().contains("a trace of more than"), e.getMessage());
    assertTrue(e.getMessage().contains("jacobean.tape.operations"), e.getMessage());
    assertArrayEquals(new double[] {3}, gradient(x -> x[0] * x[0], 1.5));
  }
}
