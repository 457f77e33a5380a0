package org.jacobean.kernel.session;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jacobean.kernel.session.run.StopReason;
import org.jspecify.annotations.Nullable;

/**
 * A Java session. {@link #run} is called by one thread at a time; completion, inspection and {@link
 * #interrupt} come from other threads while it runs.
 */
public interface Session extends AutoCloseable {

  /**
   * Source to run.
   *
   * @param label how errors name it, such as {@code cell 4}
   * @param source Java and magics as the user typed them
   */
  record Cell(String label, String source) {}

  /** How a cell ended. */
  sealed interface Outcome {
    /** It ended well; {@code shown} says whether its last expression's value is to be shown. */
    record Done(@Nullable Object value, boolean shown) implements Outcome {}

    /** It failed; the traceback is ready to print, with colours, user frames only. */
    record Failed(String name, String message, List<String> traceback, @Nullable Throwable cause)
        implements Outcome {}
  }

  /** What could stand at the cursor, replacing [start, end). */
  record Completions(int start, int end, List<Item> items) {
    /** One offer; type is a word JupyterLab has an icon for: method, variable, class, magic … */
    public record Item(String text, String type, String signature) {}
  }

  /** Documentation of the name at the cursor, in two forms. */
  record Inspection(String plain, String html) {}

  /** Whether Enter should run the cell: the protocol's four words. */
  record Completeness(String status, String indent) {}

  /** A variable with its declared type as source text. */
  record Variable(String name, String type, @Nullable Object value) {}

  Outcome run(Cell cell);

  /** Runs what is no cell but the user's code, such as a rendering, where a stop reaches it. */
  <T extends @Nullable Object> T call(Callable<T> body) throws Exception;

  @Nullable Object evaluate(String expression) throws Exception;

  Completions complete(String source, int cursor);

  Optional<Inspection> inspect(String source, int cursor, int detail);

  Completeness completeness(String source);

  /**
   * Stops what {@link #run} runs, whatever it does; returns at once. What cannot be stopped is
   * abandoned: run returns all the same and the thread is left behind.
   */
  void stop(StopReason why);

  /** Stops it because somebody wants it to. */
  default void interrupt() {
    stop(StopReason.ASKED);
  }

  List<Method> methods(String name);

  List<Variable> variables();

  List<String> methodNames();

  List<String> typeNames();

  List<String> imports();

  void reset();

  ClassLoader loader();

  List<Path> classpath();

  void addToClasspath(List<Path> entries);

  @Override
  void close();
}
