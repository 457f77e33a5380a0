package org.jacobean.magics;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.extend.Notebook;
import org.jacobean.kernel.magic.Magics;
import org.jspecify.annotations.Nullable;

/** A notebook without Java behind it: what magics do to it can be asked. */
public class RecordingNotebook implements Notebook {
  public final List<DisplayData> shown = new ArrayList<>();
  public final List<DisplayData> updates = new ArrayList<>();
  public final List<DisplayData> pages = new ArrayList<>();
  public final List<Boolean> clearings = new ArrayList<>();
  public final List<Path> added = new ArrayList<>();
  public final List<String> ran = new ArrayList<>();
  public final List<Variable> declared = new ArrayList<>();
  public final List<HistoryEntry> past = new ArrayList<>();
  public @Nullable String answer;
  public boolean forgotten;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
  private final PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8);
  private final Path folder;
  protected final Magics magics = new Magics(getClass().getClassLoader(), () -> this);

  public RecordingNotebook(Path folder) {
    this.folder = folder;
  }

  /** Runs a magic as a line: {@code %time f()}. */
  public @Nullable Object line(String typed) throws Exception {
    String[] parts = typed.substring(1).split("\\s+", 2);
    return magics.run(parts[0], parts.length > 1 ? parts[1] : "", null);
  }

  /** Runs a magic as a cell. */
  public @Nullable Object cell(String typed) throws Exception {
    String[] lines = typed.substring(2).split("\n", 2);
    String[] parts = lines[0].split("\\s+", 2);
    return magics.run(parts[0], parts.length > 1 ? parts[1] : "", lines.length > 1 ? lines[1] : "");
  }

  /** The message of the mistake that a magic reports. */
  public String mistake(String typed) throws Exception {
    try {
      Object value = typed.startsWith("%%") ? cell(typed) : line(typed);
      throw new AssertionError("no mistake, but the value " + value);
    } catch (MagicException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** What was printed since last asked. */
  public String printed() {
    String text = out.toString(StandardCharsets.UTF_8);
    out.reset();
    return text;
  }

  public String complained() {
    String text = err.toString(StandardCharsets.UTF_8);
    err.reset();
    return text;
  }

  public Object lastShown(MIMEType type) {
    return shown.get(shown.size() - 1).getData(type);
  }

  @Override
  public Object evaluate(String expression) {
    throw new UnsupportedOperationException("there is no Java here: " + expression);
  }

  @Override
  public @Nullable Object run(String source) throws Exception {
    if (source.contains("fail")) {
      throw new IllegalStateException("it fails");
    }
    ran.add(source);
    return "ran " + ran.size();
  }

  @Override
  public List<Method> methods(String name) {
    return List.of();
  }

  @Override
  public Optional<Variable> variable(String name) {
    return declared.stream().filter(v -> v.name().equals(name)).findAny();
  }

  @Override
  public List<Variable> variables() {
    return declared;
  }

  @Override
  public List<String> methodNames() {
    return declared.isEmpty() ? List.of() : List.of("f", "g");
  }

  @Override
  public List<String> typeNames() {
    return declared.isEmpty() ? List.of() : List.of("Point");
  }

  @Override
  public List<String> imports() {
    return List.of();
  }

  @Override
  public void reset() {
    forgotten = true;
  }

  @Override
  public ClassLoader loader() {
    return getClass().getClassLoader();
  }

  @Override
  public List<Path> classpath() {
    return added;
  }

  @Override
  public void addToClasspath(List<Path> entries) {
    added.addAll(entries);
  }

  @Override
  public Path directory() {
    return folder;
  }

  @Override
  public PrintStream out() {
    return outStream;
  }

  @Override
  public PrintStream err() {
    return errStream;
  }

  @Override
  public void display(@Nullable Object value) {
    shown.add(render(value));
  }

  @Override
  public void display(DisplayData bundle) {
    shown.add(bundle);
  }

  @Override
  public void update(DisplayData bundle) {
    updates.add(bundle);
  }

  @Override
  public void clearOutput(boolean wait) {
    shown.clear();
    clearings.add(wait);
  }

  @Override
  public void page(DisplayData bundle) {
    pages.add(bundle);
  }

  @Override
  public Optional<DisplayData> documentation(String name) {
    return name.equals("Math.abs")
        ? Optional.of(new DisplayData("the absolute value"))
        : Optional.empty();
  }

  @Override
  public DisplayData render(@Nullable Object value) {
    return new DisplayData(String.valueOf(value));
  }

  @Override
  public String input(String prompt, boolean password) {
    if (answer == null) {
      throw new IllegalStateException("no input");
    }
    return answer;
  }

  @Override
  public List<HistoryEntry> history(int most) {
    return past.subList(Math.max(0, past.size() - most), past.size());
  }

  @Override
  public List<MagicSpec> magics() {
    return magics.all();
  }
}
