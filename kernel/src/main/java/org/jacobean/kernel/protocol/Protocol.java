package org.jacobean.kernel.protocol;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jacobean.kernel.comm.Comms;
import org.jacobean.kernel.history.History;
import org.jacobean.kernel.io.CellOutput;
import org.jacobean.kernel.io.Flusher;
import org.jacobean.kernel.io.Input;
import org.jacobean.kernel.io.Outputs;
import org.jacobean.kernel.session.Session;
import org.jacobean.kernel.session.run.StopReason;
import org.jacobean.kernel.wire.Channel;
import org.jacobean.kernel.wire.Json;
import org.jacobean.kernel.wire.Log;
import org.jacobean.kernel.wire.Message;
import org.jacobean.kernel.wire.Outlet;
import org.jacobean.kernel.wire.Sockets;
import org.jspecify.annotations.Nullable;

/** The table of message types: who answers what, on which thread. */
public final class Protocol implements Sockets.Receiver {
  private record Route(Lane lane, Handler handler) {}

  /** What the protocol needs of the kernel around it. */
  public interface Surroundings {
    /** The session; waits until it is open. */
    Session session();

    /** Runs a cell; its threads' output goes where it is told. */
    Session.Outcome run(Session.Cell cell, CellOutput output);

    /** How a value is shown; its own code runs where a stop reaches it. */
    Rendering.Bundle show(@Nullable Object value, CellOutput output) throws Exception;

    /** Runs code of the user's where a stop reaches it. */
    <T extends @Nullable Object> T call(CellOutput output, Callable<T> body) throws Exception;

    Comms comms();

    History history();

    /** A request came that needs the session. */
    void asked();

    /** Ends the process, soon; called after the reply was given. */
    void shutdown(boolean restart);

    /** Called about once a second on the sockets' thread, and often while a cell runs. */
    void tick();

    String version();
  }

  private final Outlet outlet;
  private final Flusher flusher = new Flusher();
  private final Input input;
  private final Surroundings surroundings;
  private final Counter counter = new Counter();
  private final Shells shells;
  private volatile boolean asked;
  private final Worker control = new Worker("jacobean-control");
  private final Worker questions = new Worker("jacobean-questions");
  private final Map<String, Route> routes = new HashMap<>();

  public Protocol(Outlet outlet, Outputs outputs, Input input, Surroundings surroundings) {
    this.outlet = outlet;
    this.input = input;
    this.surroundings = surroundings;
    this.shells = new Shells(outputs, this::stopCode);
    routeExecution();
    routeQuestions();
    routeControl();
  }

  private void routeExecution() {
    CommMessages comms = new CommMessages(surroundings.comms(), surroundings::call);
    route("execute_request", Lane.CELLS, new Execution(new ExecutionPlace())::handle);
    route("comm_open", Lane.CELLS, comms::open);
    route("comm_msg", Lane.CELLS, comms::message);
    route("comm_close", Lane.CELLS, comms::close);
    route("comm_info_request", Lane.AT_ONCE, comms::info);
  }

  private void routeQuestions() {
    Questions asked = new Questions(surroundings::session);
    About about = new About(surroundings.version());
    route("kernel_info_request", Lane.AT_ONCE, about::handle);
    route("connect_request", Lane.AT_ONCE, exchange -> exchange.reply(Json.object("status", "ok")));
    route("complete_request", Lane.QUESTIONS, asked::complete);
    route("inspect_request", Lane.QUESTIONS, asked::inspect);
    route("is_complete_request", Lane.QUESTIONS, asked::isComplete);
    route("history_request", Lane.QUESTIONS, new HistoryQuestions(surroundings.history())::handle);
  }

  private void routeControl() {
    route("interrupt_request", Lane.CONTROL, this::interrupt);
    route("shutdown_request", Lane.CONTROL, this::shutdown);
    route("debug_request", Lane.CONTROL, DebugQuestions::handle);
    route("create_subshell_request", Lane.CONTROL, shells::create);
    route("delete_subshell_request", Lane.CONTROL, shells::delete);
    route("list_subshell_request", Lane.CONTROL, shells::list);
  }

  private void route(String type, Lane lane, Handler handler) {
    routes.put(type, new Route(lane, handler));
  }

  @Override
  public void tick() {
    surroundings.tick();
  }

  /** Whether a request came that needs the session. */
  public boolean wasAsked() {
    return asked;
  }

  @Override
  public boolean isBusy() {
    return shells.isBusy();
  }

  @Override
  public void receive(Message message) {
    if (message.channel() == Channel.STDIN) {
      input.received(message);
      return;
    }
    boolean quiet = message.flag("silent", false);
    CellOutput output = new CellOutput(message, outlet, flusher, quiet);
    Exchange exchange = new Exchange(message, output, outlet);
    Route route = routes.get(message.type());
    if (route == null) {
      aside(exchange, this::unknown);
    } else {
      dispatch(exchange, route);
    }
  }

  private void dispatch(Exchange exchange, Route route) {
    Handler handler = route.handler();
    if (route.lane() == Lane.CELLS || route.lane() == Lane.QUESTIONS) {
      asked = true;
      surroundings.asked();
    }
    switch (route.lane()) {
      case AT_ONCE -> aside(exchange, handler);
      case CONTROL -> control.submit(() -> aside(exchange, handler));
      case QUESTIONS -> questions.submit(() -> aside(exchange, handler));
      case CELLS -> {
        Optional<Shell> shell = shells.of(exchange.request());
        shell.ifPresentOrElse(
            line -> line.submit(exchange, handler), () -> aside(exchange, this::noSubshell));
      }
    }
  }

  private void aside(Exchange exchange, Handler handler) {
    exchange.run(handler);
    shells.confirmBusy();
  }

  private void unknown(Exchange exchange) {
    String type = exchange.request().type();
    Log.warn("No handler for " + type);
    exchange.fail("UnknownMessage", "This kernel does not know the message type " + type);
  }

  private void noSubshell(Exchange exchange) {
    String id = exchange.request().subshell();
    exchange.fail("NoSuchSubshell", "There is no subshell \"" + id + "\"");
  }

  private final class ExecutionPlace implements Execution.Place {
    @Override
    public Session.Outcome run(Session.Cell cell, CellOutput output) {
      return surroundings.run(cell, output);
    }

    @Override
    public Rendering.Bundle show(@Nullable Object value, CellOutput output) throws Exception {
      return surroundings.show(value, output);
    }

    @Override
    public @Nullable Object evaluate(String expression, CellOutput output) throws Exception {
      return surroundings.call(output, () -> surroundings.session().evaluate(expression));
    }

    @Override
    public Counter counter() {
      return counter;
    }

    @Override
    public void remember(int count, String source) {
      surroundings.history().ran(count, source);
    }

    @Override
    public void rememberOutput(int count, String source, String text) {
      surroundings.history().showed(count, source, text);
    }

    @Override
    public Runnable stopQueue(Exchange exchange) {
      settle();
      List<Exchange> cells =
          shells.of(exchange.request()).map(Shell::withdrawCells).orElse(List.of());
      return () -> Shell.abort(cells);
    }
  }

  /** Waits until all that clients have sent by now stands in its line. */
  private void settle() {
    CountDownLatch settled = new CountDownLatch(1);
    outlet.settle(settled::countDown);
    try {
      settled.await(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void interrupt(Exchange exchange) {
    interrupt();
    exchange.reply(Json.object("status", "ok"));
  }

  /** Stops all running cells and aborts those that wait. */
  public void interrupt() {
    shells.stop(StopReason.ASKED);
  }

  /** Stops what runs for longer than a moment. */
  public void stopLongCells(StopReason why) {
    shells.stopLong(why);
  }

  private void stopCode(StopReason why) {
    input.interrupt();
    surroundings.session().stop(why);
  }

  private void shutdown(Exchange exchange) {
    boolean restart = exchange.request().flag("restart", false);
    exchange.reply(Json.object("status", "ok", "restart", restart));
    exchange.end();
    shells.close();
    surroundings.shutdown(restart);
  }
}
