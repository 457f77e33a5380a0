package org.jacobean.kernel.io;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jacobean.kernel.wire.Channel;
import org.jacobean.kernel.wire.Json;
import org.jacobean.kernel.wire.Message;
import org.jacobean.kernel.wire.Outgoing;
import org.jacobean.kernel.wire.Outlet;
import org.jspecify.annotations.Nullable;

/** Lines asked of the person at the front end that sent the running request. */
public final class Input {
  /** Input is not to be had; the message says why. */
  public static final class Unavailable extends IOException {
    private static final long serialVersionUID = 1L;

    Unavailable(String message) {
      super(message);
    }
  }

  private record Reply(@Nullable String line) {}

  private final Outlet outlet;
  private final Outputs outputs;
  private final BlockingQueue<Reply> replies = new ArrayBlockingQueue<>(16);

  public Input(Outlet outlet, Outputs outputs) {
    this.outlet = outlet;
    this.outputs = outputs;
  }

  /**
   * Asks for a line and waits for it.
   *
   * @throws Unavailable when the front end takes no questions, or the cell was interrupted
   */
  public synchronized String ask(String prompt, boolean password) throws Unavailable {
    CellOutput output = outputs.current();
    if (output == null || !output.request().flag("allow_stdin", false)) {
      throw new Unavailable(
          "This front end allows no input (allow_stdin is false): "
              + "run the notebook interactively, or give the value in the cell");
    }
    output.flush();
    replies.clear();
    Message request = output.request();
    outlet.send(
        new Outgoing(
            Channel.STDIN,
            request.identities(),
            "input_request",
            request.headerBytes(),
            Outgoing.NOTHING,
            Json.write(Json.object("prompt", prompt, "password", password)),
            List.of()));
    return await();
  }

  private String await() throws Unavailable {
    try {
      Reply reply = replies.take();
      if (reply.line() != null) {
        return reply.line();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new Unavailable("The cell was interrupted while it waited for input");
  }

  /** An input_reply came. */
  public void received(Message reply) {
    replies.offer(new Reply(reply.text("value", "")));
  }

  /** Whoever waits, waits no more. */
  public void interrupt() {
    replies.offer(new Reply(null));
  }
}
