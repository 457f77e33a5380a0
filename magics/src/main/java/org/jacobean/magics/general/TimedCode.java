package org.jacobean.magics.general;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jacobean.kernel.extend.Notebook;
import org.jspecify.annotations.Nullable;

/**
 * User code made into an object before the clock starts, so that compiling it is not timed. Code is
 * tried as an expression, then as a statement; what is neither (a declaration) is left to the cell.
 */
public final class TimedCode {
  /** A statement that may throw. */
  public interface Statement {
    void run() throws Exception;
  }

  /** Runs code count times and tells how many nanoseconds that took. */
  public interface Loop {
    long nanos(long count, Sink sink) throws Exception;
  }

  private static final String TYPE = "(" + TimedCode.class.getName() + ".";
  private static final String BLOCK =
      "^(?:for|while|do|if|switch|try|synchronized)\\b[\\s\\S]*|^\\{[\\s\\S]*";

  private TimedCode() {}

  /** The code ready to run once; empty when it must run as a cell of its own. */
  static Optional<Callable<@Nullable Object>> once(Notebook notebook, String source) {
    String code = withoutSemicolon(source);
    return compiled(notebook, "(java.util.concurrent.Callable<Object>) () -> (" + code + "\n)")
        .map(value -> callable((Callable<?>) value))
        .or(
            () ->
                compiled(notebook, TYPE + "Statement) () -> " + statement(source, code))
                    .map(TimedCode::callable));
  }

  private static Callable<@Nullable Object> callable(Callable<?> code) {
    return code::call;
  }

  private static Callable<@Nullable Object> callable(Object statement) {
    return () -> {
      ((Statement) statement).run();
      return null;
    };
  }

  private static String statement(String source, String code) {
    return source.strip().matches(BLOCK) ? "{ " + source + "\n}" : code;
  }

  /** The code in a timed loop, after the set-up. */
  static Loop loop(Notebook notebook, String setup, String source) throws Exception {
    String code = withoutSemicolon(source);
    for (String body : List.of("sink.take(" + code + "\n);", source.strip() + "\n;")) {
      Optional<Object> loop = compiled(notebook, loopSource(setup, body));
      if (loop.isPresent()) {
        return (Loop) loop.get();
      }
    }
    return (Loop)
        java.util.Objects.requireNonNull(notebook.evaluate(loopSource(setup, source + "\n;")));
  }

  private static String loopSource(String setup, String body) {
    return TYPE
        + "Loop) (count, sink) -> { "
        + (setup.isBlank() ? "" : setup.strip() + ";\n")
        + "long begin$ = System.nanoTime(); for (long turn$ = 0; turn$ < count; turn$++) { "
        + body
        + "} return System.nanoTime() - begin$; }";
  }

  /** Making a lambda runs nothing of the user's, so whatever fails here is the compiler. */
  private static Optional<Object> compiled(Notebook notebook, String lambda) {
    try {
      return Optional.ofNullable(notebook.evaluate(lambda));
    } catch (Exception e) {
      return Optional.empty();
    }
  }

  private static String withoutSemicolon(String source) {
    return source.strip().replaceFirst(";\\s*$", "");
  }
}
