package org.jacobean.kernel;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stops a cell that fills the heap with what it keeps, while there is still room to say so: with
 * many small objects the collector would else run for minutes and nothing else get a turn. When the
 * old generation looks nearly full, one collection tells how much of it is really kept. Its thread
 * and the management classes come only when the heap is half filled.
 */
final class HeapWatch {
  private static final long LOOK_MILLIS = 20;
  private static final long LEAST_ROOM = 64L << 20;
  private static final int ROOM_SHARE = 25;

  /** A measurement is a collection: so many times as long as the last took, none follows. */
  private static final int REST = 10;

  private static final String FULL =
      "The heap is full. The cell was stopped. "
          + "Set large variables to null, or start the kernel with a larger -Xmx.";

  private final Consumer<String> stopCell;
  private final AtomicBoolean watching = new AtomicBoolean();
  private final long most = Runtime.getRuntime().maxMemory();
  private final long room = Math.max(Math.min(LEAST_ROOM, most / 8), most / ROOM_SHARE);
  private long measureAt;
  private long counted;
  private long measureAfter = System.nanoTime();

  HeapWatch(Consumer<String> stopCell) {
    this.stopCell = stopCell;
  }

  /** Called often while a cell runs. */
  void tick() {
    if (isHalfFilled() && watching.compareAndSet(false, true)) {
      Thread thread = new Thread(null, this::watch, "jacobean-heap", 0, false);
      thread.setDaemon(true);
      thread.setPriority(Thread.MAX_PRIORITY);
      thread.start();
    }
  }

  private boolean isHalfFilled() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory() > most / 2;
  }

  private void watch() {
    try {
      counted = fullCollections();
      while (isHalfFilled()) {
        look();
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      measureAt = 0;
      watching.set(false);
    }
  }

  /** A full heap may refuse even this; then the next look, after the reserve is given up. */
  private void look() {
    try {
      if (collectedByItself()) {
        return;
      }
      MemoryPoolMXBean old = oldGeneration();
      if (old != null && System.nanoTime() - measureAfter > 0 && looksFull(old.getUsage())) {
        measure(old);
      }
    } catch (OutOfMemoryError e) {
      stop();
    }
  }

  /** A full collection that came by itself has measured already; whether that stopped the cell. */
  private boolean collectedByItself() {
    long now = fullCollections();
    if (now == counted) {
      return false;
    }
    counted = now;
    long kept = kept();
    if (kept <= most - room) {
      return false;
    }
    stopCell.accept(message(kept));
    return true;
  }

  private boolean looksFull(MemoryUsage old) {
    return kept() > most - room || old.getUsed() > Math.max(measureAt, old.getMax() - 2 * room);
  }

  private void measure(MemoryPoolMXBean old) {
    long start = System.nanoTime();
    System.gc();
    long end = System.nanoTime();
    measureAfter = end + REST * (end - start);
    counted = fullCollections();
    long kept = kept();
    if (kept > most - room) {
      stopCell.accept(message(kept));
    }
    measureAt = old.getUsage().getUsed() + (most - kept) / 2;
  }

  private void stop() {
    try {
      stopCell.accept(FULL);
    } catch (OutOfMemoryError e) {
      Thread.yield(); // again in a moment
    }
  }

  private static @Nullable MemoryPoolMXBean oldGeneration() {
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP && isOld(pool.getName())) {
        return pool;
      }
    }
    return null; // a collector without generations: it has no such long pauses either
  }

  private static boolean isOld(String pool) {
    return pool.contains("Old") || pool.contains("Tenured");
  }

  /** How many collections there have been that left the old generation without garbage. */
  private static long fullCollections() {
    long count = 0;
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      for (String pool : collector.getMemoryPoolNames()) {
        if (isOld(pool) && !collector.getName().matches(".*(Young|Concurrent).*")) {
          count += collector.getCollectionCount();
        }
      }
    }
    return count;
  }

  /**
   * What the last full collection left, in all parts of the heap: a full one leaves some in each.
   */
  private static long kept() {
    long kept = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      MemoryUsage usage = pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : null;
      kept += usage == null ? 0 : usage.getUsed();
    }
    return kept;
  }

  private String message(long kept) {
    return "The heap is nearly full: %d of %d MB are kept. The cell was stopped. "
            .formatted(kept >> 20, most >> 20)
        + "Set large variables to null, or start the kernel with a larger -Xmx.";
  }
}
