package org.jacobean.autodiff.trace.copy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.jacobean.autodiff.error.EngineFault;
import org.jacobean.autodiff.trace.contract.Recorder;
import org.jspecify.annotations.Nullable;

/**
 * The state of the JDK's shared generators before the plain run, so that the traced run draws the
 * same: {@code Math.random} and {@code StrictMath.random} from copies, {@code ThreadLocalRandom}
 * from where the thread's seed stood.
 */
public final class Draws {
  private static final String HOLDER = "$RandomNumberGeneratorHolder";

  /** A field and what was in it. */
  private record Kept(VarHandle field, Object of, Object value) {
    static Kept of(VarHandle field, Object of) {
      return new Kept(field, of, field.get(of));
    }

    void putBack() {
      field.set(of, value);
    }
  }

  private final Random math;
  private final Random strict;
  private final List<Kept> thread;

  private Draws(Random math, Random strict, List<Kept> thread) {
    this.math = math;
    this.strict = strict;
    this.thread = thread;
  }

  /** Reads the state; null where this JVM does not show it, and runs that draw are refused. */
  public static @Nullable Draws read() {
    try {
      MethodHandles.Lookup all = Trusted.lookup();
      Random current = ThreadLocalRandom.current(); // seeds the thread on its first draw
      List<Kept> thread =
          List.of(
              Kept.of(
                  field(all, Thread.class, "threadLocalRandomSeed", long.class),
                  Thread.currentThread()),
              Kept.of(field(all, Random.class, "haveNextNextGaussian", boolean.class), current),
              Kept.of(field(all, Random.class, "nextNextGaussian", double.class), current));
      return new Draws(shared(all, Math.class), shared(all, StrictMath.class), thread);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }

  private static VarHandle field(MethodHandles.Lookup all, Class<?> c, String name, Class<?> type)
      throws ReflectiveOperationException {
    return all.in(c).findVarHandle(c, name, type);
  }

  private static Random shared(MethodHandles.Lookup all, Class<?> c)
      throws ReflectiveOperationException {
    Class<?> holder = Class.forName(c.getName() + HOLDER);
    return (Random)
        copy(
            all.in(holder)
                .findStaticVarHandle(holder, "randomNumberGenerator", Random.class)
                .get());
  }

  /** Puts the thread's state back and lets a trace draw from the copies. */
  public void rewind(Recorder tape) {
    thread.forEach(Kept::putBack);
    tape.random(math, strict);
  }

  /** A generator draws alike after a round trip through its serialised form. */
  static Object copy(Object o) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(o);
      }
      try (ObjectInputStream in =
          new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
        return in.readObject();
      }
    } catch (IOException | ClassNotFoundException e) {
      throw new EngineFault("a " + o.getClass().getName() + " cannot be copied", e);
    }
  }
}
