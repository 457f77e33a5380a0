package org.jacobean.kernel;

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

  private final Consumer<String> stopCell;
  private final AtomicBoolean watching = new AtomicBoolean();
  private final long most = Runtime.getRuntime().maxMemory();
  private final long limit = most - Math.max(Math.min(LEAST_ROOM, most / 8), most / ROOM_SHARE);

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
      MemoryPoolMXBean old = oldGeneration();
      long measureAt = most - (most - limit) * 2;
      while (old != null && isHalfFilled()) {
        if (old.getUsage().getUsed() > measureAt) {
          System.gc();
          long kept = kept(old);
          if (kept > limit) {
            stopCell.accept(message(kept));
          }
          measureAt = Math.max(measureAt, kept + (most - kept) / 2);
        }
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (OutOfMemoryError e) {
      stopCell.accept("The heap is full");
    } finally {
      watching.set(false);
    }
  }

  private static @Nullable MemoryPoolMXBean oldGeneration() {
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      boolean old = pool.getName().contains("Old") || pool.getName().contains("Tenured");
      if (old && pool.getType() == MemoryType.HEAP) {
        return pool;
      }
    }
    return null; // a collector without generations: it has no such long pauses either
  }

  private static long kept(MemoryPoolMXBean old) {
    MemoryUsage usage = old.getCollectionUsage();
    return usage == null ? 0 : usage.getUsed();
  }

  private String message(long kept) {
    return "The heap is nearly full: %d of %d MB are kept. The cell was stopped. "
            .formatted(kept >> 20, most >> 20)
        + "Set large variables to null, or start the kernel with a larger -Xmx.";
  }
}
