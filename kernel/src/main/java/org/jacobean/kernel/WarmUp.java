package org.jacobean.kernel;

import java.util.List;
import org.jacobean.kernel.session.Session;
import org.jacobean.kernel.session.load.Interrupts;
import org.jacobean.kernel.wire.Log;

/**
 * Runs small Java in the background between the start and the first request, so that the first cell
 * finds the compiler loaded and partly compiled. Nothing of it is seen or kept, and it ends at once
 * when somebody asks for something.
 */
final class WarmUp {
  private static final long FIRST_PAUSE_MILLIS = 150;
  private static final long PAUSE_MILLIS = 10;
  private static final int ROUNDS = 12;
  private static final List<String> STEPS =
      List.of(
          "1 + 1",
          "{ int sum = 0; for (int i = 0; i < 3; i++) { sum += i; } }",
          "\"a\" + 1 + List.of(1, 2.5).size()",
          "((java.util.function.IntUnaryOperator) x -> x * 2).applyAsInt(3)",
          "new Object() { int twice(int x) { return 2 * x; } }.twice(2)",
          "Stream.of(1, 2, 3).map(x -> x + 1).toList()");

  private final Session session;
  private volatile boolean wanted = true;

  WarmUp(Session session) {
    this.session = session;
  }

  void start() {
    Thread thread = new Thread(null, this::run, "jacobean-warm-up", 0, false);
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
  }

  /** A request came: nothing more is begun. */
  void stop() {
    wanted = false;
  }

  private void run() {
    try {
      Thread.sleep(FIRST_PAUSE_MILLIS);
      for (int round = 0; round < ROUNDS; round++) {
        for (String step : STEPS) {
          if (!wanted) {
            return;
          }
          session.run(new Session.Cell("warm-up", step));
          Thread.sleep(PAUSE_MILLIS);
        }
        if (round == 0) {
          Interrupts.warmUp();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      Log.warn("The warm-up ended early", e);
    }
  }
}
