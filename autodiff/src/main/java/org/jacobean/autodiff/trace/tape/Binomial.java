package org.jacobean.autodiff.trace.tape;

/**
 * Where to keep states of a loop that is swept backwards: with c states kept and each step run at
 * most r times again, (c + r)!/(c! r!) steps can be undone (Griewank and Walther's schedule).
 */
final class Binomial {
  private static final int AGAIN = 3;

  private Binomial() {}

  /** States to keep, so that no step is run more than three times again. */
  static int states(int steps) {
    int c = 1;
    while (reach(c, AGAIN) < steps) c++;
    return c;
  }

  /** How far to go before the next state is kept. */
  static int split(int steps, int states) {
    int r = 1;
    while (reach(states, r) < steps) r++;
    return (int) Math.max(1, Math.min(steps - 1, reach(states, r - 1)));
  }

  private static long reach(int c, int r) {
    double b = 1;
    for (int i = 1; i <= r; i++) b = b * (c + i) / i;
    return (long) Math.min(b, Long.MAX_VALUE);
  }
}
