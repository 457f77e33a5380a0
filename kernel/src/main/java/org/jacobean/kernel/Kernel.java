package org.jacobean.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jacobean.kernel.bridge.JJava;
import org.jacobean.kernel.bridge.LiveNotebook;
import org.jacobean.kernel.bridge.Parts;
import org.jacobean.kernel.comm.Comms;
import org.jacobean.kernel.extend.Notebook;
import org.jacobean.kernel.extend.NotebookDefaults;
import org.jacobean.kernel.history.History;
import org.jacobean.kernel.history.HistoryPlace;
import org.jacobean.kernel.io.CellOutput;
import org.jacobean.kernel.io.CellOutput.Stream;
import org.jacobean.kernel.io.CellThreads;
import org.jacobean.kernel.io.Input;
import org.jacobean.kernel.io.LineInput;
import org.jacobean.kernel.io.Outputs;
import org.jacobean.kernel.io.RoutedStream;
import org.jacobean.kernel.magic.Magics;
import org.jacobean.kernel.protocol.Protocol;
import org.jacobean.kernel.protocol.Rendering;
import org.jacobean.kernel.session.Session;
import org.jacobean.kernel.session.SessionConfig;
import org.jacobean.kernel.session.run.StopReason;
import org.jacobean.kernel.wire.Connection;
import org.jacobean.kernel.wire.Log;
import org.jacobean.kernel.wire.Sockets;
import org.jacobean.kernel.wire.WireException;
import org.jacobean.kernel.zmtp.Reserve;
import org.jspecify.annotations.Nullable;

/** A running kernel: sockets first, then the session, while the sockets already answer. */
public final class Kernel {
  private final Reserve reserve = new Reserve();
  private final Sockets sockets;
  private final Outputs outputs = new Outputs();
  private final CellThreads threads = new CellThreads(outputs, reserve::release);
  private final Input input;
  private final Comms comms;
  private final History history;
  private final Magics magics = new Magics(Kernel.class.getClassLoader(), this::notebookOfMagic);
  private final JJava jjava;
  private final LiveNotebook notebook;
  private final Protocol protocol;
  private final CompletableFuture<Session> session = new CompletableFuture<>();
  private volatile @Nullable WarmUp warmUp;
  private final HeapWatch heap;
  private final Every parentCheck = new Every(1000);
  private final Parent parent = Parent.fromEnvironment();

  /** Binds the sockets of the connection. */
  public Kernel(Connection connection) throws WireException, IOException {
    this.sockets = new Sockets(connection, reserve);
    this.input = new Input(sockets, outputs);
    this.comms = new Comms(sockets, outputs);
    this.history = new History(HistoryPlace.here(), Log::warn);
    Parts parts = new Parts(this::session, () -> magics, outputs, input, comms, history);
    this.jjava = new JJava(parts);
    this.notebook = new LiveNotebook(parts, jjava);
    this.protocol = new Protocol(sockets, outputs, input, new Around());
    this.heap = new HeapWatch(this::stopFilling);
  }

  /** Answers from now on, and opens the session on the calling thread. */
  public void start(Function<SessionConfig, Session> opener) {
    sockets.start(protocol);
    takeStreams();
    Signals.onInterrupt(protocol::interrupt);
    try {
      Session opened = opener.apply(sessionConfig());
      if (!installedClasspath().isEmpty()) {
        opened.addToClasspath(installedClasspath());
      }
      session.complete(opened);
      jjava.installExtensions();
      WarmUp steps = new WarmUp(opened);
      warmUp = steps;
      if (!protocol.wasAsked()) {
        steps.start();
      }
    } catch (RuntimeException | LinkageError e) {
      Log.warn("The session does not open", e);
      session.completeExceptionally(e);
    }
    reserve.hold();
  }

  private void stopFilling(String why) {
    reserve.release();
    protocol.stopLongCells(StopReason.heapFull(why));
  }

  private Session session() {
    try {
      return session.join();
    } catch (CompletionException e) {
      throw new SessionUnavailable(e);
    }
  }

  private SessionConfig sessionConfig() {
    SessionConfig plain = SessionConfig.of(magics);
    List<String> imports = new ArrayList<>(plain.imports());
    ServiceLoader.load(NotebookDefaults.class, Kernel.class.getClassLoader())
        .forEach(defaults -> imports.addAll(defaults.imports()));
    return new SessionConfig(
        imports,
        plain.magics(),
        plain.classpath(),
        plain.parent(),
        this::ask,
        threads::around,
        threads::abandoned);
  }

  /** The libraries the kernel was installed with ({@code --classpath}). */
  private static List<Path> installedClasspath() {
    String entries = System.getenv().getOrDefault("JACOBEAN_CLASSPATH", "");
    return java.util.Arrays.stream(entries.split(java.io.File.pathSeparator))
        .filter(entry -> !entry.isBlank())
        .map(Path::of)
        .toList();
  }

  private String ask(String prompt, boolean password) {
    try {
      return input.ask(prompt, password);
    } catch (Input.Unavailable e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /** A magic may use whatever leads to the kernel, JJava's static way too. */
  private Notebook notebookOfMagic() {
    jjava.before("jjava");
    return notebook;
  }

  /** What libraries log goes to the process's own error stream, not into a cell. */
  private void takeStreams() {
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    System.setProperty("java.util.logging.config.class", LibraryLogging.class.getName());
    System.setOut(RoutedStream.print(outputs, Stream.STDOUT));
    System.setErr(RoutedStream.print(outputs, Stream.STDERR));
    System.setIn(new LineInput(input));
  }

  /** Sends what is queued, closes the session and ends the process. */
  private void stop() {
    Exit.withinASecond();
    history.close();
    sockets.close();
    if (session.isDone() && !session.isCompletedExceptionally()) {
      session.join().close();
    }
    Exit.now();
  }

  private final class Around implements Protocol.Surroundings {
    @Override
    public Session session() {
      return Kernel.this.session();
    }

    @Override
    public Session.Outcome run(Session.Cell cell, CellOutput output) {
      Session ready = session();
      jjava.before(cell.source());
      return threads.run(cell, output, () -> ready.run(cell));
    }

    /** Numbers and texts need no other thread. */
    @Override
    public Rendering.Bundle show(@Nullable Object value, CellOutput output) throws Exception {
      return LiveNotebook.isSimple(value)
          ? notebook.rendering().render(value)
          : call(output, () -> notebook.rendering().render(value));
    }

    @Override
    public <T extends @Nullable Object> T call(CellOutput output, Callable<T> body)
        throws Exception {
      return session().call(() -> threads.as(output, body));
    }

    @Override
    public Comms comms() {
      return comms;
    }

    @Override
    public History history() {
      return history;
    }

    @Override
    public void asked() {
      WarmUp steps = warmUp;
      if (steps != null) {
        steps.stop();
      }
    }

    @Override
    public void shutdown(boolean restart) {
      stop();
    }

    @Override
    public void tick() {
      reserve.hold();
      heap.tick();
      if (parentCheck.isDue() && parent.isGone()) {
        Log.warn("The process that started this kernel is gone; so the kernel ends");
        Exit.withinASecond();
        Exit.now();
      }
    }

    @Override
    public String version() {
      return Version.current();
    }
  }

  /** The session could not be opened: every request that needs it says why. */
  private static final class SessionUnavailable extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    SessionUnavailable(CompletionException cause) {
      super(
          "The Java session did not open: " + cause.getCause() + ". Run the kernel's --doctor",
          cause);
    }
  }
}
