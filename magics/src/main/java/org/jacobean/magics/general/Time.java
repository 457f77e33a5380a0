package org.jacobean.magics.general;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.extend.MagicSpec.Form;
import org.jacobean.kernel.magic.Arguments;
import org.jspecify.annotations.Nullable;

/** {@code %time}: how long a line or a cell takes, once. */
public final class Time implements Magic {
  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "time",
        Set.of(Form.LINE, Form.CELL),
        "Runs a line or a cell once and prints how long it took.",
        List.of("%time f(1, 2)", "%%time"),
        List.of(),
        """
        The value is that of the code, so `var y = %time f(1, 2)` both times and keeps it. Wall time \
        is what a watch shows, CPU time what all threads used, the JVM's own included. A line is \
        compiled before the clock starts; a whole cell, and a line that declares something, is \
        compiled while it runs, which adds some milliseconds. Repeated runs: `%timeit`.\
        """,
        Object.class);
  }

  @Override
  public @Nullable Object run(MagicCall call) throws Exception {
    String line = Arguments.leading(spec(), call).text();
    String body = call.body();
    if (body == null) {
      return timed(call, prepared(call, line));
    }
    if (!line.isEmpty()) {
      throw new MagicException(
          "%%time takes nothing on its own line, but found: "
              + line
              + ". Put the code below it, or write %time "
              + line);
    }
    return timed(call, () -> call.notebook().run(body));
  }

  private Callable<@Nullable Object> prepared(MagicCall call, String line) throws MagicException {
    if (line.isEmpty()) {
      throw new MagicException("%time: code is missing. Write %time f(1, 2). %time? shows help");
    }
    Optional<Callable<@Nullable Object>> code = TimedCode.once(call.notebook(), line);
    return code.orElse(() -> call.notebook().run(line));
  }

  private static @Nullable Object timed(MagicCall call, Callable<@Nullable Object> code)
      throws Exception {
    CpuClock cpu = CpuClock.start();
    long begin = System.nanoTime();
    try {
      return code.call();
    } finally {
      long wall = System.nanoTime() - begin;
      call.notebook()
          .out()
          .printf("CPU time: %s%nWall time: %s%n", Span.ofNanos(cpu.nanos()), Span.ofNanos(wall));
    }
  }

  /** What all threads used. The process's clock ticks slowly, so this thread's own counts too. */
  private record CpuClock(long process, long thread) {
    static CpuClock start() {
      return new CpuClock(processNanos(), threadNanos());
    }

    long nanos() {
      return Math.max(processNanos() - process, threadNanos() - thread);
    }

    private static long processNanos() {
      return ManagementFactory.getOperatingSystemMXBean()
              instanceof com.sun.management.OperatingSystemMXBean system
          ? system.getProcessCpuTime()
          : 0;
    }

    private static long threadNanos() {
      return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
  }
}
