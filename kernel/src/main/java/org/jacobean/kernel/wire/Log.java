package org.jacobean.kernel.wire;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/**
 * The kernel's own log: the process's standard error, which a Jupyter server keeps in its log and
 * which no cell ever shows.
 */
public final class Log {
  private static final PrintStream OUT =
      new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

  private Log() {}

  public static void warn(String message) {
    try {
      OUT.println("[jacobean " + LocalTime.now().truncatedTo(ChronoUnit.MILLIS) + "] " + message);
    } catch (OutOfMemoryError e) {
      OUT.write('!'); // a full heap: anything more would fail again
    }
  }

  public static void warn(String message, Throwable cause) {
    warn(message + ": " + cause);
    try {
      cause.printStackTrace(OUT);
    } catch (OutOfMemoryError e) {
      OUT.write('!');
    }
  }

  /** The stream itself, for what other libraries log. */
  public static PrintStream stream() {
    return OUT;
  }
}
