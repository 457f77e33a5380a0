package org.jacobean.display.progress;

import java.util.Collection;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * A bar that says how far a loop has come, how fast it goes and how long it will take; it is drawn
 * anew at most ten times a second.
 *
 * <pre>{@code
 * for (var row : Progress.over(rows)) …
 * try (var bar = Progress.of(1000).label("training")) { …; bar.step(); }
 * }</pre>
 */
public final class Progress implements AutoCloseable {
  static final long PAUSE = 100_000_000;

  private final long total;
  private final Screen screen;
  private final LongSupplier nanos;
  private final long begin;
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong next = new AtomicLong();
  private volatile String label = "";
  private volatile boolean shown;

  Progress(long total, Screen screen, LongSupplier nanos) {
    this.total = total;
    this.screen = screen;
    this.nanos = nanos;
    this.begin = nanos.getAsLong();
    next.set(begin);
  }

  /** A bar of that many steps. */
  public static Progress of(long total) {
    return new Progress(total, Screen.running(), System::nanoTime);
  }

  /** The elements with a bar that follows them. */
  public static <T> Iterable<T> over(Iterable<T> elements) {
    long total = elements instanceof Collection<?> c ? c.size() : -1;
    return () -> of(total).follow(elements.iterator());
  }

  /** The stream with a bar that follows it; closed with the stream. */
  public static <T> Stream<T> over(Stream<T> stream, long total) {
    Progress bar = of(total);
    return stream.peek(element -> bar.step()).onClose(bar::close);
  }

  public Progress label(String text) {
    label = text;
    return this;
  }

  /** One step is done. */
  public void step() {
    step(1);
  }

  /** Some steps are done; from any thread. */
  public void step(long steps) {
    done.addAndGet(steps);
    long now = nanos.getAsLong(), due = next.get();
    boolean last = done.get() == total;
    if ((now - due >= 0 && next.compareAndSet(due, now + PAUSE)) || last) {
      draw();
    }
  }

  /** Draws the bar as it stands at the end. */
  @Override
  public void close() {
    draw();
  }

  private synchronized void draw() {
    double seconds = (nanos.getAsLong() - begin) / 1e9;
    screen.show(new Bar(label, done.get(), total, seconds).show(), !shown);
    shown = true;
  }

  <T> Iterator<T> follow(Iterator<T> elements) {
    return new Iterator<>() {
      private boolean started;

      @Override
      public boolean hasNext() {
        if (started) {
          step();
          started = false;
        }
        boolean more = elements.hasNext();
        if (!more) {
          close();
        }
        return more;
      }

      @Override
      public T next() {
        started = true;
        return elements.next();
      }
    };
  }
}
