package org.jacobean.kernel.session.load;

import java.io.BufferedReader;
import java.io.Console;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.lang.reflect.Field;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * A console for programs that ask for one: a notebook has no terminal, but it has a reader. Nobody
 * can extend {@link Console}, so the object is a token only and each call on it comes here, with
 * the calling class, which knows its session.
 */
public final class Consoles {
  private Consoles() {}

  /** What {@code System.console()} gives in a cell. */
  public static @Nullable Console console() {
    try {
      Class<?> unsafe = Class.forName("sun.misc.Unsafe");
      Field instance = unsafe.getDeclaredField("theUnsafe");
      instance.setAccessible(true);
      return (Console)
          unsafe
              .getMethod("allocateInstance", Class.class)
              .invoke(instance.get(null), Console.class);
    } catch (ReflectiveOperationException | RuntimeException closed) {
      return null; // as in any program without a terminal
    }
  }

  private static @Nullable String ask(Class<?> caller, String prompt, boolean password) {
    ClassLoader loader = caller.getClassLoader();
    SessionLoader session =
        loader instanceof SnippetLoader snippet ? snippet.session() : (SessionLoader) loader;
    return session.port().input(prompt, password);
  }

  public static @Nullable String readLine(Console console, Class<?> caller) {
    return ask(caller, "", false);
  }

  public static @Nullable String readLine(
      Console console, String format, Object[] arguments, Class<?> caller) {
    return ask(caller, String.format(format, arguments), false);
  }

  public static char @Nullable [] readPassword(Console console, Class<?> caller) {
    return characters(ask(caller, "", true));
  }

  public static char @Nullable [] readPassword(
      Console console, String format, Object[] arguments, Class<?> caller) {
    return characters(ask(caller, String.format(format, arguments), true));
  }

  private static char @Nullable [] characters(@Nullable String answer) {
    return answer == null ? null : answer.toCharArray();
  }

  public static Console printf(
      Console console, String format, Object[] arguments, Class<?> caller) {
    System.out.printf(format, arguments);
    return console;
  }

  public static Console format(
      Console console, String format, Object[] arguments, Class<?> caller) {
    return printf(console, format, arguments, caller);
  }

  public static PrintWriter writer(Console console, Class<?> caller) {
    return new PrintWriter(System.out, true);
  }

  public static Reader reader(Console console, Class<?> caller) {
    return new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
  }

  public static void flush(Console console, Class<?> caller) {
    System.out.flush();
  }
}
