package org.jacobean.magics.diff;

import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jacobean.display.Bundle;
import org.jacobean.display.value.Renderings;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.extend.Notebook;
import org.jacobean.kernel.magic.Magics;
import org.jacobean.kernel.session.JavaSession;
import org.jacobean.kernel.session.Session;
import org.jacobean.kernel.session.SessionConfig;

/** A real Java session with the real magics; what it would send to a client is kept. */
final class LiveNotebook implements Notebook, AutoCloseable {
  private final Magics magics = new Magics(LiveNotebook.class.getClassLoader(), () -> this);
  private final Session session = new JavaSession(SessionConfig.of(magics));
  private final List<Object> shown = new ArrayList<>();
  private final List<Method> methods = new ArrayList<>();
  private int cells;

  /** Runs a cell and gives its value; what the reader would see as an error is thrown. */
  Object cell(String source) {
    Session.Outcome outcome = session.run(new Session.Cell("cell " + ++cells, source));
    if (outcome instanceof Session.Outcome.Failed failed) {
      throw new Failure(failed.name() + ": " + failed.message(), failed.cause());
    }
    session.methodNames().forEach(name -> methods.addAll(session.methods(name)));
    return ((Session.Outcome.Done) outcome).value();
  }

  /** How a cell's value is shown. */
  Bundle shows(String source) {
    return new Renderings().render(cell(source)).orElseThrow();
  }

  String text(String source) {
    return shows(source).text();
  }

  /** The message of the error a cell ends with. */
  String error(String source) {
    try {
      Object value = cell(source);
      throw new AssertionError("no error, but " + value);
    } catch (Failure failure) {
      return failure.getMessage();
    }
  }

  static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(String message, Throwable cause) {
      super(message, cause);
    }
  }

  @Override
  public Object evaluate(String expression) throws Exception {
    return session.evaluate(expression);
  }

  @Override
  public Object run(String source) {
    return cell(source);
  }

  @Override
  public List<Method> methods(String name) {
    return session.methods(name);
  }

  @Override
  public Optional<Variable> variable(String name) {
    return variables().stream().filter(v -> v.name().equals(name)).findFirst();
  }

  @Override
  public List<Variable> variables() {
    return session.variables().stream()
        .map(v -> new Variable(v.name(), v.type(), v.value()))
        .toList();
  }

  @Override
  public List<String> methodNames() {
    return session.methodNames();
  }

  @Override
  public ClassLoader loader() {
    return session.loader();
  }

  @Override
  public void display(Object value) {
    shown.add(value);
  }

  @Override
  public void display(DisplayData bundle) {
    shown.add(bundle);
  }

  List<Object> shown() {
    return shown;
  }

  @Override
  public List<String> typeNames() {
    return session.typeNames();
  }

  @Override
  public List<String> imports() {
    return session.imports();
  }

  @Override
  public void reset() {
    session.reset();
  }

  @Override
  public List<Path> classpath() {
    return session.classpath();
  }

  @Override
  public void addToClasspath(List<Path> entries) {
    session.addToClasspath(entries);
  }

  @Override
  public Path directory() {
    return Path.of("");
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
  public void update(DisplayData bundle) {
    shown.add(bundle);
  }

  @Override
  public void clearOutput(boolean wait) {
    shown.clear();
  }

  @Override
  public DisplayData render(Object value) {
    return new Renderings().render(value).orElseThrow().toDisplayData();
  }

  @Override
  public String input(String prompt, boolean password) {
    return "";
  }

  @Override
  public List<HistoryEntry> history(int most) {
    return List.of();
  }

  @Override
  public List<MagicSpec> magics() {
    return magics.all();
  }

  @Override
  public void close() {
    session.close();
  }
}
