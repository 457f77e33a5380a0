package org.jacobean.magics.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jacobean.kernel.session.Session.Outcome;
import org.jacobean.magics.JavaNotebook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code the engine writes from a cell's stops as the cell's own does. */
class GeneratedLoopsTest {
  private static final String WITHOUT_END =
      """
      volatile boolean on = true;
      double endless(double x) {
        double s = x;
        while (on) { s = s * 0.5 + x; }
        return s;
      }
      var slope = org.jacobean.autodiff.Diff.grad(x -> endless(x[0]));
      """;

  @TempDir Path folder;

  @Test
  void aGradientWithoutEndIsInterrupted() throws Exception {
    try (JavaNotebook notebook = new JavaNotebook(folder)) {
      notebook.java(WITHOUT_END + "on = false; slope.at(new double[] {2}); on = true;");
      CompletableFuture<Outcome.Failed> ended =
          CompletableFuture.supplyAsync(
              () -> notebook.failure("slope.at(new double[] {2})"),
              task -> new Thread(task).start());
      Thread.sleep(300);
      notebook.interrupt();
      Outcome.Failed failed = ended.get(2, TimeUnit.SECONDS);
      assertEquals("interrupted", failed.message(), String.join("\n", failed.traceback()));
      assertTrue(Thread.getAllStackTraces().values().stream().noneMatch(this::isInGenerated));
    }
  }

  private boolean isInGenerated(StackTraceElement[] stack) {
    return stack.length > 0 && stack[0].getClassName().contains("endless");
  }
}
