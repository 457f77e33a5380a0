package org.jacobean.kernel.session.load;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.ArrayList;
import java.util.List;

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
  private static final List<StopTarget> TARGETS = new ArrayList<>();

  private static volatile StopTarget[] armed = {};

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
    } catch (StackOverflowError full) {
      // calls nothing: two frames below, code that runs on at the end of its stack was never
      // stopped
      Thread current = Thread.currentThread();
      for (StopTarget target : armed) {
        if (target.victim == current) {
          target.prepared.origin = full;
          throw target.prepared;
        }
      }
      throw full;
    } catch (Error | RuntimeException thrown) {
      throw thrown;
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }

  @SuppressWarnings("unused") // by method handle
  private static void stop() {
    Thread current = Thread.currentThread();
    for (StopTarget target : armed) {
      if (target.includes(current)) {
        throw target.next();
      }
    }
  }

  /** Every check of a thread the target names throws from now on. */
  public static synchronized void arm(StopTarget target) {
    TARGETS.add(target);
    armed = TARGETS.toArray(new StopTarget[0]);
    point(STOP);
  }

  /** The target's threads may run again. */
  public static synchronized void disarm(StopTarget target) {
    TARGETS.remove(target);
    armed = TARGETS.toArray(new StopTarget[0]);
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
