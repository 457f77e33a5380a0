package org.jacobean.kernel.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterruptTest {
  /** The machine that tests may be busy; the 200 ms a reader is promised are held elsewhere. */
  private static final long LIMIT = 1500;

  private final Cells cells = new Cells();

  @AfterEach
  void close() {
    cells.close();
  }

  /** Runs the cell, interrupts it, and gives how it ended and after how many milliseconds. */
  private Stopped stop(String source) throws Exception {
    CompletableFuture<Session.Outcome> outcome =
        CompletableFuture.supplyAsync(() -> cells.run(source), task -> new Thread(task).start());
    Thread.sleep(400);
    assertTrue(!outcome.isDone(), () -> source + " ended by itself: " + outcome.join());
    long start = System.nanoTime();
    cells.session.interrupt();
    Session.Outcome.Failed failed = (Session.Outcome.Failed) outcome.get(5, TimeUnit.SECONDS);
    return new Stopped(failed, (System.nanoTime() - start) / 1_000_000);
  }

  private record Stopped(Session.Outcome.Failed outcome, long millis) {
    String text() {
      return String.join("\n", outcome.traceback()).replaceAll("\u001b\\[\\d+m", "");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (true) {}",
        "for (;;) n++;",
        "while (true) { try { while (true) n++; } catch (Throwable t) {} }",
        "while (true) { try { Thread.sleep(100_000); } catch (InterruptedException e) {} }",
        "Thread.sleep(100_000)",
        "synchronized (lock) { lock.wait(); }",
        "new CountDownLatch(1).await()",
        "new LinkedBlockingQueue<String>().take()",
        "Stream.generate(() -> 1).forEach(i -> n += i)",
        "IntStream.iterate(0, i -> i + 1).parallel().forEach(i -> n += i)",
        "LongStream.range(0, Long.MAX_VALUE).parallel().map(i -> i * 3).sum()",
        "spin()",
        "fib(80)",
        "Runnable r = () -> { while (true) n++; };\nr.run()",
        "System.in.read(new byte[0]); new java.io.PipedInputStream(new java.io.PipedOutputStream()).read()",
        "var s = java.nio.channels.Pipe.open().source(); s.read(java.nio.ByteBuffer.allocate(8))",
        "new Loop().turn()",
        "do { n++; } while (n != -1)",
        "ping(1)",
      })
  void everyLoopAndWaitStopsInTime(String source) throws Exception {
    cells.quiet(
        "long n; Object lock = new Object();\nvoid spin() { while (true) { n++; } }\n"
            + "long fib(int i) { return i < 2 ? i : fib(i - 1) + fib(i - 2); }\n"
            + "class Loop { void turn() { for (;;) { n++; } } }\n"
            + "long ping(int i) { return pong(i); }\n"
            + "long pong(int i) { return Math.random() < 2 ? ping(i < 1000 ? i + 1 : back()) : 0; }\n"
            + "int back() { n++; while (true) {} }");
    Stopped stopped = stop(source);
    assertEquals("InterruptedException", stopped.outcome().name(), stopped.text());
    assertTrue(stopped.millis() < LIMIT, stopped.millis() + " ms: " + stopped.text());
    long counted = (Long) cells.done("n").value();
    Thread.sleep(50);
    cells.shows(counted, "n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"two()", "deep(0)"})
  void recursionWithoutEndStopsInTime(String source) throws Exception {
    cells.quiet(
        "long n;\nvoid two() { n++; try { two(); } finally { two(); } }\n"
            + "void deep(int i) { n++; try { deep(i + 1); } catch (StackOverflowError e) { deep(i); } }");
    Stopped stopped = stop(source);
    assertEquals("InterruptedException", stopped.outcome().name(), stopped.text());
    assertTrue(stopped.millis() < LIMIT, stopped.millis() + " ms: " + stopped.text());
    assertTrue(stopped.text().contains("cell 1, line"), stopped.text());
    long counted = (Long) cells.done("n").value();
    Thread.sleep(50);
    cells.shows(counted, "n");
  }

  @Test
  void stateSurvives() throws Exception {
    cells.quiet("int kept = 1;");
    stop("kept = 2;\nwhile (true) {}");
    cells.shows(2, "kept").shows(45, "int s = 0; for (int i = 0; i < 10; i++) s += i; s");
  }

  @Test
  void aThreadTheUserStartedGoesOn() throws Exception {
    cells.quiet(
        "volatile long ticks;\nvar t = new Thread(() -> { while (true) ticks++; });\nt.setDaemon(true);\nt.start();");
    stop("while (true) {}");
    long before = (Long) cells.done("ticks").value();
    Thread.sleep(20);
    assertTrue((Long) cells.done("ticks").value() > before);
    cells.shows(true, "t.isAlive()");
    cells.session.interrupt();
  }

  @Test
  void whatCannotBeStoppedIsLeftBehind() throws Exception {
    Stopped stopped = stop("new BigInteger(\"7\").pow(60_000_000)");
    assertTrue(stopped.millis() < LIMIT, stopped.millis() + " ms");
    assertTrue(stopped.text().contains("has been left behind"), stopped.text());
    cells.shows(2, "1 + 1");
  }

  @Test
  void twoCellsBesideEachOtherBothStop() throws Exception {
    CompletableFuture<Session.Outcome> other = new CompletableFuture<>();
    new Thread(() -> other.complete(cells.run("while (true) {}"))).start();
    stop("for (;;) {}");
    assertEquals(
        "InterruptedException", ((Session.Outcome.Failed) other.get(1, TimeUnit.SECONDS)).name());
  }

  @Test
  void theErrorNamesTheLineThatRan() throws Exception {
    Stopped stopped = stop("int k = 0;\nwhile (true)\n  k++;");
    assertTrue(stopped.text().contains("cell 1, line 3"), stopped.text());
    assertTrue(stopped.text().contains("k++;"), stopped.text());
  }

  @Test
  void anInterruptBetweenCellsHitsNobody() {
    cells.session.interrupt();
    cells.shows(3, "int z = 0; for (int i = 0; i < 3; i++) z++; z");
  }
}
