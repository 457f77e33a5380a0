package org.jacobean.autodiff.trace.library;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Printing: the standard streams are mute in a traced run, others show plain values. */
public final class OutputCalls {
  private static final PrintStream MUTE = new PrintStream(OutputStream.nullOutputStream());

  private OutputCalls() {}

  /** Stands for System.out and System.err. */
  public static PrintStream mute() {
    return MUTE;
  }

  @Replaces(value = PrintStream.class, instance = true)
  public static void print(PrintStream s, double a) {
    s.print(Values.text(a));
  }

  @Replaces(value = PrintStream.class, instance = true)
  public static void println(PrintStream s, double a) {
    s.println(Values.text(a));
  }

  @Replaces(value = PrintStream.class, instance = true)
  public static void print(PrintStream s, @Nullable Object a) {
    s.print(Values.text(a));
  }

  @Replaces(value = PrintStream.class, instance = true)
  public static void println(PrintStream s, @Nullable Object a) {
    s.println(Values.text(a));
  }

  @Replaces(value = PrintStream.class, instance = true)
  public static PrintStream printf(PrintStream s, String format, Object @Nullable ... a) {
    return s.printf(format, Values.plain(a));
  }

  @Replaces(value = PrintStream.class, instance = true)
  public static PrintStream printf(PrintStream s, Locale l, String format, Object @Nullable ... a) {
    return s.printf(l, format, Values.plain(a));
  }

  @Replaces(value = PrintStream.class, instance = true)
  public static PrintStream format(PrintStream s, String format, Object @Nullable ... a) {
    return s.printf(format, Values.plain(a));
  }

  @Replaces(value = PrintWriter.class, instance = true)
  public static void print(PrintWriter s, double a) {
    s.print(Values.text(a));
  }

  @Replaces(value = PrintWriter.class, instance = true)
  public static void println(PrintWriter s, double a) {
    s.println(Values.text(a));
  }

  @Replaces(value = PrintWriter.class, instance = true)
  public static PrintWriter printf(PrintWriter s, String format, Object @Nullable ... a) {
    return s.printf(format, Values.plain(a));
  }
}
