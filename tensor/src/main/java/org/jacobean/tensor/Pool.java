package org.jacobean.tensor;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;

/** Memory outside the heap: what is given back is used again, and beyond a limit really freed. */
final class Pool {
  static final Pool ALL = new Pool();

  /** Bytes kept for later use. */
  private static final long KEPT = 256L << 20;

  private final Map<Integer, ConcurrentLinkedDeque<ByteBuffer>> spare = new ConcurrentHashMap<>();
  private final AtomicLong idle = new AtomicLong();
  private final AtomicLong used = new AtomicLong();

  private Pool() {}

  /** Sizes come in steps of an eighth, so that memory fits again. */
  private static int rounded(long bytes) {
    long n = Math.max(bytes, 64);
    long step = Math.max(64, Long.highestOneBit(n) / 8);
    return Math.toIntExact(Math.min((n + step - 1) / step * step, Integer.MAX_VALUE));
  }

  ByteBuffer take(long bytes) {
    int size = rounded(bytes);
    used.addAndGet(size);
    ConcurrentLinkedDeque<ByteBuffer> same = spare.get(size);
    ByteBuffer b = same == null ? null : same.pollLast();
    if (b == null) return allocate(size);
    idle.addAndGet(-size);
    return b;
  }

  private ByteBuffer allocate(int size) {
    try {
      return ByteBuffer.allocateDirect(size);
    } catch (OutOfMemoryError e) {
      release();
      try {
        return ByteBuffer.allocateDirect(size);
      } catch (OutOfMemoryError again) {
        used.addAndGet(-size);
        throw TensorException.of(
            "out of memory",
            (size >> 20)
                + " MB more do not fit beside "
                + (used.get() >> 20)
                + " MB of tensors in use; free() what is not needed, use smaller batches, or start"
                + " Java with a larger -XX:MaxDirectMemorySize");
      }
    }
  }

  void giveBack(ByteBuffer b) {
    used.addAndGet(-b.capacity());
    if (idle.addAndGet(b.capacity()) > KEPT) {
      idle.addAndGet(-b.capacity());
      Unmap.run(b);
      return;
    }
    spare.computeIfAbsent(b.capacity(), q -> new ConcurrentLinkedDeque<>()).addLast(b);
  }

  /** Frees all that is kept for later. */
  private void release() {
    for (ConcurrentLinkedDeque<ByteBuffer> all : spare.values())
      for (ByteBuffer b = all.pollLast(); b != null; b = all.pollLast()) {
        idle.addAndGet(-b.capacity());
        Unmap.run(b);
      }
  }

  /** Bytes in tensors that are alive. */
  long used() {
    return used.get();
  }

  /** Frees a buffer now instead of at some collection, where the JDK lets us. */
  private static final class Unmap {
    private static void run(ByteBuffer b) {
      try {
        Class<?> c = Class.forName("sun.misc.Unsafe");
        Field f = c.getDeclaredField("theUnsafe");
        f.setAccessible(true);
        Method m = c.getMethod("invokeCleaner", ByteBuffer.class);
        m.invoke(f.get(null), b);
      } catch (ReflectiveOperationException | RuntimeException e) {
        // the collector frees it
      }
    }
  }
}
