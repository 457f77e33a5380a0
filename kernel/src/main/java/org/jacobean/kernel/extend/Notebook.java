package org.jacobean.kernel.extend;

import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jspecify.annotations.Nullable;

/** The running session as magics, renderers and libraries see it. */
public interface Notebook {

  /** A variable of the session: its declared type as source text and its value now. */
  record Variable(String name, String type, @Nullable Object value) {}

  /** A line of a session's history. */
  record HistoryEntry(int session, int line, String source) {}

  /** The value of a Java expression that may use everything the session declares. */
  @Nullable Object evaluate(String expression) throws Exception;

  /** Runs source as a cell of its own does, magics included; gives its last value. */
  @Nullable Object run(String source) throws Exception;

  /** The live methods of that name the session declares, newest first, with parameter names. */
  List<Method> methods(String name);

  Optional<Variable> variable(String name);

  List<Variable> variables();

  /** Names of live methods, then of types, as {@code %who} and completion list them. */
  List<String> methodNames();

  List<String> typeNames();

  List<String> imports();

  /** Forgets every declaration ({@code %reset}). */
  void reset();

  /** Loads snippet classes and what the user added; serves every class's bytes as a resource. */
  ClassLoader loader();

  List<Path> classpath();

  void addToClasspath(List<Path> entries);

  /** The folder relative paths start from: the notebook's. */
  Path directory();

  /** Standard output and error of the cell that runs. */
  PrintStream out();

  PrintStream err();

  /** Shows a value now, rendered as a cell's result would be. */
  void display(@Nullable Object value);

  void display(DisplayData bundle);

  /** Replaces what was shown under the display identity that the bundle carries. */
  void update(DisplayData bundle);

  void clearOutput(boolean wait);

  /** Shows something to read beside the notebook, where the front end has a place for it. */
  default void page(DisplayData bundle) {
    display(bundle);
  }

  /** What is known about a Java name or chain of names, such as {@code Math.abs}. */
  default Optional<DisplayData> documentation(String name) {
    return Optional.empty();
  }

  /** How a value would be shown. */
  DisplayData render(@Nullable Object value);

  /** Asks the reader for a line; fails when the client allows no input. */
  String input(String prompt, boolean password);

  List<HistoryEntry> history(int most);

  List<MagicSpec> magics();
}
