package org.jacobean.magics.general;

/**
 * Takes the values of timed code so that the compiler cannot drop the work that makes them: each is
 * compared with volatile fields it never equals.
 */
public final class Sink {
  private volatile long first = 0x5DEECE66DL;
  private volatile long second = ~0x5DEECE66DL;
  private volatile Object object = new Object();

  public void take(long value) {
    if (value == first && value == second) {
      throw new AssertionError();
    }
  }

  public void take(double value) {
    take(Double.doubleToRawLongBits(value));
  }

  public void take(boolean value) {
    take(value ? 1L : 0L);
  }

  public void take(Object value) {
    if (value == object) {
      throw new AssertionError();
    }
  }
}
