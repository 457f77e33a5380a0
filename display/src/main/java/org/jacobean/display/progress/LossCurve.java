package org.jacobean.display.progress;

import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * The losses of a training loop as a curve that grows while it runs; it is drawn anew at most ten
 * times a second, and clients that show text alone get a line.
 *
 * <pre>{@code
 * try (var curve = LossCurve.of("training")) {
 *   for (…) curve.add(loss);
 * }
 * }</pre>
 */
public final class LossCurve implements AutoCloseable {
  private final String label;
  private final Screen screen;
  private final LongSupplier nanos;
  private double[] losses = new double[64];
  private int count;
  private int drawn;
  private long next;

  LossCurve(String label, Screen screen, LongSupplier nanos) {
    this.label = label;
    this.screen = screen;
    this.nanos = nanos;
    next = nanos.getAsLong();
  }

  public static LossCurve of(String label) {
    return new LossCurve(label, Screen.running(), System::nanoTime);
  }

  /** The loss after one step more. */
  public synchronized void add(double loss) {
    if (count == losses.length) {
      losses = Arrays.copyOf(losses, 2 * count);
    }
    losses[count++] = loss;
    long now = nanos.getAsLong();
    if (now - next >= 0) {
      next = now + Progress.PAUSE;
      draw();
    }
  }

  /** All losses so far. */
  public synchronized double[] losses() {
    return Arrays.copyOf(losses, count);
  }

  /** Draws what came since. */
  @Override
  public synchronized void close() {
    if (drawn < count) {
      draw();
    }
  }

  private void draw() {
    screen.show(new LossPicture(label, losses()).show(), drawn == 0);
    drawn = count;
  }
}
