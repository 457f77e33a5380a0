package org.jacobean.kernel.session;

import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jacobean.kernel.session.run.CellThreads;
import org.jacobean.kernel.session.run.StopReason;
import org.jspecify.annotations.Nullable;

/** A session of Java cells, each compiled in one short pass and run on a thread of its own kind. */
public final class JavaSession implements Session {
  private final SessionConfig config;
  private final List<Path> added = new ArrayList<>();
  private final CellThreads threads;
  private final Interpreter interpreter;
  private @Nullable Typing typing;

  public JavaSession(SessionConfig config) {
    this.config = config;
    this.interpreter = new Interpreter(config);
    this.threads = new CellThreads(interpreter.loader(), config.abandoned());
    interpreter.shieldBy(threads);
  }

  @Override
  public Outcome run(Cell cell) {
    CellEnd end = new CellEnd(interpreter, cell);
    try {
      if (threads.insideCell()) {
        return end.of(interpreter.run(cell.label(), cell.source()));
      }
      return threads.run(() -> around(cell, end));
    } catch (Throwable thrown) {
      return end.failed(thrown);
    }
  }

  private Outcome around(Cell cell, CellEnd end) {
    Outcome[] outcome = new Outcome[1];
    config
        .around()
        .run(
            cell,
            () -> {
              try {
                outcome[0] = end.of(interpreter.run(cell.label(), cell.source()));
              } catch (Throwable thrown) {
                StopReason stopping = threads.stopping();
                outcome[0] = stopping == null ? end.failed(thrown) : end.stopped(stopping, thrown);
              }
            });
    return outcome[0];
  }

  @Override
  public <T extends @Nullable Object> T call(Callable<T> body) throws Exception {
    return threads.insideCell() ? body.call() : threads.run(body);
  }

  @Override
  public @Nullable Object evaluate(String expression) throws Exception {
    try {
      return interpreter.run("expression", expression).value();
    } catch (Exception | Error failure) {
      throw failure;
    } catch (Throwable odd) {
      throw new java.lang.reflect.InvocationTargetException(odd);
    }
  }

  private Typing typing() {
    synchronized (added) {
      if (typing == null) {
        typing = new Typing(config, interpreter, this::classpath);
      }
      return typing;
    }
  }

  @Override
  public Completions complete(String source, int cursor) {
    return typing().complete(source, cursor);
  }

  @Override
  public Optional<Inspection> inspect(String source, int cursor, int detail) {
    return typing().inspect(source, cursor);
  }

  @Override
  public Completeness completeness(String source) {
    return typing().completeness(source);
  }

  @Override
  public void stop(StopReason why) {
    threads.stop(why);
  }

  @Override
  public List<Method> methods(String name) {
    return interpreter.names().methods(name);
  }

  @Override
  public List<Variable> variables() {
    return interpreter.names().variables();
  }

  @Override
  public List<String> methodNames() {
    return interpreter.names().methodNames();
  }

  @Override
  public List<String> typeNames() {
    return interpreter.names().typeNames();
  }

  @Override
  public List<String> imports() {
    return interpreter.names().imports();
  }

  @Override
  public void reset() {
    interpreter.reset();
  }

  @Override
  public ClassLoader loader() {
    return interpreter.loader();
  }

  @Override
  public List<Path> classpath() {
    synchronized (added) {
      return List.copyOf(added);
    }
  }

  @Override
  public void addToClasspath(List<Path> entries) {
    synchronized (added) {
      List<Path> fresh =
          entries.stream()
              .map(Path::toAbsolutePath)
              .distinct()
              .filter(p -> !added.contains(p))
              .toList();
      added.addAll(fresh);
      try {
        interpreter.addToClasspath(fresh);
        if (typing != null) {
          typing.addToClasspath(fresh);
        }
      } catch (MalformedURLException wrong) {
        throw new IllegalArgumentException(
            "not a path of a jar or folder: " + Arrays.toString(entries.toArray()), wrong);
      }
    }
  }

  @Override
  public void close() {
    threads.close();
  }
}
