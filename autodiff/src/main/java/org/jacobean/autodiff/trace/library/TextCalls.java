package org.jacobean.autodiff.trace.library;

import java.util.Locale;
import org.jacobean.autodiff.trace.tape.Tape;
import org.jacobean.autodiff.trace.tape.Texts;
import org.jspecify.annotations.Nullable;

/** Text made of active values shows their plain values, and is remembered. */
public final class TextCalls {
  private TextCalls() {}

  @Replaces(String.class)
  public static String valueOf(double a) {
    return Values.text(a);
  }

  @Replaces(String.class)
  public static String valueOf(@Nullable Object a) {
    return Values.text(a);
  }

  @Replaces(String.class)
  public static String format(String format, Object @Nullable ... args) {
    return noted(args, String.format(format, Values.plain(args)));
  }

  @Replaces(String.class)
  public static String format(Locale locale, String format, Object @Nullable ... args) {
    return noted(args, String.format(locale, format, Values.plain(args)));
  }

  @Replaces(value = String.class, instance = true)
  public static String formatted(String format, Object @Nullable ... args) {
    return noted(args, String.format(format, Values.plain(args)));
  }

  @Replaces(value = StringBuilder.class, instance = true)
  public static StringBuilder append(StringBuilder s, double a) {
    return s.append(Values.text(a));
  }

  @Replaces(value = StringBuilder.class, instance = true)
  public static StringBuilder append(StringBuilder s, @Nullable Object a) {
    return s.append(Values.text(a));
  }

  @Replaces(value = StringBuilder.class, instance = true)
  public static StringBuilder insert(StringBuilder s, int at, double a) {
    return s.insert(at, Values.text(a));
  }

  @Replaces(value = StringBuilder.class, instance = true)
  public static StringBuilder insert(StringBuilder s, int at, @Nullable Object a) {
    return s.insert(at, Values.text(a));
  }

  @Replaces(value = StringBuffer.class, instance = true)
  public static StringBuffer append(StringBuffer s, double a) {
    return s.append(Values.text(a));
  }

  @Replaces(value = StringBuffer.class, instance = true)
  public static StringBuffer append(StringBuffer s, @Nullable Object a) {
    return s.append(Values.text(a));
  }

  @Replaces(value = StringBuffer.class, instance = true)
  public static StringBuffer insert(StringBuffer s, int at, double a) {
    return s.insert(at, Values.text(a));
  }

  @Replaces(value = java.text.NumberFormat.class, instance = true)
  public static String format(java.text.NumberFormat f, double a) {
    String s = f.format(Tape.plain(a));
    return Tape.active(a) ? Texts.made(s) : s;
  }

  @Replaces(value = java.text.Format.class, instance = true)
  public static String format(java.text.Format f, @Nullable Object a) {
    String s = f.format(Values.plain(a));
    return Values.active(a) ? Texts.made(s) : s;
  }

  private static String noted(Object @Nullable [] args, String text) {
    return Values.anyActive(args) ? Texts.made(text) : text;
  }
}
