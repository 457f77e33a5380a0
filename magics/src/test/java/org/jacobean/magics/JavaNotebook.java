package org.jacobean.magics;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jacobean.kernel.session.JavaSession;
import org.jacobean.kernel.session.Session;
import org.jacobean.kernel.session.Session.Outcome;
import org.jacobean.kernel.session.SessionConfig;
import org.jspecify.annotations.Nullable;

/** A notebook over a real Java session: cells with magics run as the kernel runs them. */
public final class JavaNotebook extends RecordingNotebook implements AutoCloseable {
  private final Session session = new JavaSession(SessionConfig.of(magics));

  public JavaNotebook(Path folder) {
    super(folder);
  }

  /** Runs a cell; gives its value. */
  public @Nullable Object java(String source) {
    Outcome outcome = session.run(new Session.Cell("cell 1", source));
    if (outcome instanceof Outcome.Failed failed) {
      throw new AssertionError(
          failed.name() + ": " + failed.message() + "\n" + String.join("\n", failed.traceback()));
    }
    return ((Outcome.Done) outcome).value();
  }

  /** Runs a cell that must fail; gives how it did. */
  public Outcome.Failed failure(String source) {
    Outcome outcome = session.run(new Session.Cell("cell 1", source));
    if (outcome instanceof Outcome.Failed failed) {
      return failed;
    }
    throw new AssertionError("did not fail: " + outcome);
  }

  public void interrupt() {
    session.interrupt();
  }

  @Override
  public Object evaluate(String expression) {
    try {
      return session.evaluate(expression);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public @Nullable Object run(String source) throws Exception {
    return session.evaluate(source);
  }

  @Override
  public List<Method> methods(String name) {
    return session.methods(name);
  }

  @Override
  public Optional<Variable> variable(String name) {
    return variables().stream().filter(v -> v.name().equals(name)).findAny();
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
  public List<String> typeNames() {
    return session.typeNames();
  }

  @Override
  public void reset() {
    session.reset();
  }

  @Override
  public ClassLoader loader() {
    return session.loader();
  }

  @Override
  public List<Path> classpath() {
    return session.classpath();
  }

  @Override
  public void addToClasspath(List<Path> entries) {
    super.addToClasspath(entries);
    session.addToClasspath(entries);
  }

  @Override
  public void close() {
    session.close();
  }
}
