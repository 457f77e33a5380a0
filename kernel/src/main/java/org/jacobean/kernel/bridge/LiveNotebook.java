package org.jacobean.kernel.bridge;

import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.extend.Notebook;
import org.jacobean.kernel.io.CellOutput;
import org.jacobean.kernel.io.Input;
import org.jacobean.kernel.session.Session;
import org.jspecify.annotations.Nullable;

/** The running session as magics and renderers see it. */
public final class LiveNotebook implements Notebook {
  private final Parts parts;
  private final JJava jjava;
  private final ValueRendering rendering;

  public LiveNotebook(Parts parts, JJava jjava) {
    this.parts = parts;
    this.jjava = jjava;
    this.rendering = new ValueRendering(parts, jjava);
  }

  /** How the protocol shows results. */
  public org.jacobean.kernel.protocol.Rendering rendering() {
    return rendering;
  }

  /** Whether a value's text runs no code but the JDK's. */
  public static boolean isSimple(@Nullable Object value) {
    return PlainText.isSimple(value);
  }

  private Session session() {
    return parts.session().get();
  }

  private Optional<CellOutput> output() {
    return Optional.ofNullable(parts.outputs().current());
  }

  @Override
  public @Nullable Object evaluate(String expression) throws Exception {
    return session().evaluate(expression);
  }

  @Override
  public @Nullable Object run(String source) throws Exception {
    return new SessionRun(session()).run(source);
  }

  @Override
  public List<Method> methods(String name) {
    return session().methods(name);
  }

  @Override
  public Optional<Variable> variable(String name) {
    return variables().stream().filter(variable -> variable.name().equals(name)).findFirst();
  }

  @Override
  public List<Variable> variables() {
    return session().variables().stream()
        .map(variable -> new Variable(variable.name(), variable.type(), variable.value()))
        .toList();
  }

  @Override
  public List<String> methodNames() {
    return session().methodNames();
  }

  @Override
  public List<String> typeNames() {
    return session().typeNames();
  }

  @Override
  public List<String> imports() {
    return session().imports();
  }

  @Override
  public void reset() {
    session().reset();
  }

  @Override
  public ClassLoader loader() {
    return session().loader();
  }

  @Override
  public List<Path> classpath() {
    return session().classpath();
  }

  @Override
  public void addToClasspath(List<Path> entries) {
    session().addToClasspath(entries);
    jjava.installExtensions();
  }

  @Override
  public Path directory() {
    return Path.of("").toAbsolutePath();
  }

  @Override
  public PrintStream out() {
    return System.out;
  }

  @Override
  public PrintStream err() {
    return System.err;
  }

  @Override
  public void display(@Nullable Object value) {
    output().ifPresent(output -> Shown.display(output, rendering.render(value)));
  }

  @Override
  public void display(DisplayData bundle) {
    output().ifPresent(output -> Shown.display(output, Bundles.of(bundle)));
  }

  @Override
  public void update(DisplayData bundle) {
    output().ifPresent(output -> Shown.update(output, Bundles.of(bundle)));
  }

  @Override
  public void clearOutput(boolean wait) {
    output().ifPresent(output -> Shown.clear(output, wait));
  }

  @Override
  public void page(DisplayData bundle) {
    output().ifPresent(output -> output.page(Bundles.of(bundle).data()));
  }

  @Override
  public Optional<DisplayData> documentation(String name) {
    return session()
        .inspect(name, name.length(), 0)
        .map(
            found -> {
              DisplayData bundle = new DisplayData(found.plain());
              bundle.putHTML(found.html());
              return bundle;
            });
  }

  @Override
  public DisplayData render(@Nullable Object value) {
    return rendering.display(value);
  }

  @Override
  public String input(String prompt, boolean password) {
    try {
      return parts.input().ask(prompt, password);
    } catch (Input.Unavailable e) {
      throw new java.io.UncheckedIOException(e.getMessage(), e);
    }
  }

  @Override
  public List<HistoryEntry> history(int most) {
    return parts.history().tail(most).stream()
        .map(entry -> new HistoryEntry(entry.session(), entry.line(), entry.source()))
        .toList();
  }

  @Override
  public List<MagicSpec> magics() {
    return parts.magics().get().all();
  }
}
