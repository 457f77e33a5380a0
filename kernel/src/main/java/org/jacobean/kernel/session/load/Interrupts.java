package org.jacobean.kernel.session.load;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * The check that rewritten code makes on loops and calls. At rest it is a constant that does
 * nothing and costs nothing; while a cell is being stopped it throws in that cell's threads. Static
 * because loaded code must reach it without an object; all sessions of a process share it.
 */
public final class Interrupts {
  private static final MutableCallSite SITE;
  private static final MethodHandle CHECK;
  private static final MethodHandle REST;
  private static final MethodHandle STOP;
  private static final List<Predicate<Thread>> TARGETS = new CopyOnWriteArrayList<>();

  static {
    try {
      REST = MethodHandles.empty(MethodType.methodType(void.class));
      STOP =
          MethodHandles.lookup()
              .findStatic(Interrupts.class, "stop", MethodType.methodType(void.class));
      SITE = new MutableCallSite(REST);
      CHECK = SITE.dynamicInvoker();
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private Interrupts() {}

  /** Links the way of a stop ahead of the first one, which else takes a tenth of a second. */
  public static synchronized void warmUp() {
    if (TARGETS.isEmpty()) {
      point(STOP);
      check();
      point(REST);
    }
  }

  /** Called by rewritten code wherever it could run for ever. */
  public static void check() {
    try {
      CHECK.invokeExact();
    } catch (Error | RuntimeException thrown) {
      throw thrown;
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }

  @SuppressWarnings("unused") // by method handle
  private static void stop() {
    Thread current = Thread.currentThread();
    for (Predicate<Thread> target : TARGETS) {
      if (target.test(current)) {
        throw new StoppedByInterrupt();
      }
    }
  }

  /** Every check of a thread the target names throws from now on. */
  public static synchronized void arm(Predicate<Thread> target) {
    TARGETS.add(target);
    point(STOP);
  }

  /** The target's threads may run again. */
  public static synchronized void disarm(Predicate<Thread> target) {
    TARGETS.remove(target);
    if (TARGETS.isEmpty()) {
      point(REST);
    }
  }

  private static void point(MethodHandle to) {
    if (SITE.getTarget() != to) {
      SITE.setTarget(to);
      MutableCallSite.syncAll(new MutableCallSite[] {SITE});
    }
  }
}
