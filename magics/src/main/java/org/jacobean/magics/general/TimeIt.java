package org.jacobean.magics.general;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.extend.MagicSpec.Form;
import org.jacobean.kernel.extend.MagicSpec.Option;
import org.jacobean.kernel.magic.Arguments;
import org.jspecify.annotations.Nullable;

/** {@code %timeit}: how long code takes on average, over many runs. */
public final class TimeIt implements Magic {
  /** Shorter measurements tell more of the clock and the compiler than of the code. */
  private static final double ENOUGH_SECONDS = 0.2;

  private static final int MOST_DECADES = 9;

  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "timeit",
        Set.of(Form.LINE, Form.CELL),
        "Times code over many runs: mean and standard deviation.",
        List.of("%timeit f(1, 2)", "%timeit -n 1000 -r 5 f(1, 2)", "%%timeit var x = setup();"),
        List.of(
            new Option("-n", "loops", "Runs in each measurement; found by trying when not given."),
            new Option("-r", "repeats", "Measurements, 7 when not given."),
            new Option("-q", "", "Prints nothing; useful with -o."),
            new Option(
                "-o", "", "Gives the measurements as a Timing: mean(), best(), seconds() …")),
        """
        Loops are found as 1, 10, 100 … until one measurement takes 0.2 s, which also lets the JVM \
        compile the code. Atop a cell, code on the first line runs once before each measurement and \
        is not timed. Values are consumed, so that the compiler cannot drop the work.

        ```java
        var t = %timeit -o Math.sin(1)
        t.mean()                      // seconds
        ```
        """,
        Timing.class);
  }

  @Override
  public @Nullable Object run(MagicCall call) throws Exception {
    var given = Arguments.leading(spec(), call);
    int repeats = positive(given, "-r", 7);
    int wanted = given.has("-n") ? positive(given, "-n", 1) : 0;
    TimedCode.Loop loop = loop(call, given);
    long loops = wanted > 0 ? wanted : enough(loop);
    Timing timing = measured(loop, loops, repeats);
    if (!given.has("-q")) {
      report(call, timing);
    }
    return given.has("-o") ? timing : null;
  }

  private static int positive(Arguments given, String option, int otherwise) throws MagicException {
    int count = given.integer(option, otherwise);
    if (count < 1) {
      throw given.mistake(option + " " + count + " is too few: at least 1 is needed");
    }
    return count;
  }

  private static TimedCode.Loop loop(MagicCall call, Arguments given) throws Exception {
    String body = call.body();
    if (body == null) {
      return TimedCode.loop(call.notebook(), "", given.requiredText("code"));
    }
    if (body.isBlank()) {
      throw given.mistake("the cell below is empty. Put the code to time there");
    }
    return TimedCode.loop(call.notebook(), given.text(), body);
  }

  private static long enough(TimedCode.Loop loop) throws Exception {
    var sink = new Sink();
    long loops = 1;
    for (int decade = 0; decade < MOST_DECADES; decade++, loops *= 10) {
      if (loop.nanos(loops, sink) * 1e-9 >= ENOUGH_SECONDS) {
        return loops;
      }
    }
    return loops;
  }

  private static Timing measured(TimedCode.Loop loop, long loops, int repeats) throws Exception {
    var sink = new Sink();
    var seconds = new ArrayList<Double>();
    for (int i = 0; i < repeats; i++) {
      seconds.add(loop.nanos(loops, sink) * 1e-9 / loops);
    }
    return new Timing(loops, seconds);
  }

  private static void report(MagicCall call, Timing timing) {
    if (timing.worst() > 4 * timing.best() && timing.best() > 0 && timing.worst() > 1e-6) {
      call.notebook()
          .out()
          .printf(
              "The slowest run took %.2f times longer than the fastest: something was warming up or"
                  + " is being cached.%n",
              timing.worst() / timing.best());
    }
    call.notebook().out().println(timing);
  }
}
