package org.jacobean.kernel;

import java.io.PrintStream;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jacobean.kernel.wire.Log;

/**
 * How {@code java.util.logging} starts in this process: libraries log to the kernel's log, the code
 * of cells into the cell. It makes one of these by name when first used.
 */
public final class LibraryLogging {
  public LibraryLogging() {
    Logger root = Logger.getLogger("");
    root.setLevel(Level.INFO);
    root.addHandler(new ToKernelLog());
  }

  /** A console handler would keep the stream of whichever cell logs first. */
  private static final class ToKernelLog extends Handler {
    private final SimpleFormatter formatter = new SimpleFormatter();

    @Override
    public void publish(LogRecord record) {
      if (isLoggable(record)) {
        PrintStream out = isOfCell(record) ? System.err : Log.stream();
        out.print(formatter.format(record));
      }
    }

    /** What the user's own code logs is meant to be seen. */
    private static boolean isOfCell(LogRecord record) {
      String source = record.getSourceClassName();
      return source != null && source.startsWith("REPL.");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
