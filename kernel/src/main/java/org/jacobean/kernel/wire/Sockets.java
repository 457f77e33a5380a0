package org.jacobean.kernel.wire;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jacobean.kernel.zmtp.Echo;
import org.jacobean.kernel.zmtp.Loop;
import org.jacobean.kernel.zmtp.Publisher;
import org.jacobean.kernel.zmtp.Reserve;
import org.jacobean.kernel.zmtp.Router;

/** The five sockets of a kernel: checked messages in, signed messages out. */
public final class Sockets implements Outlet, Closeable {
  /** Takes messages as they come, on the sockets' thread: it must not wait for anything. */
  public interface Receiver {
    void receive(Message message);

    /** Called every now and then. */
    void tick();

    /** Whether something runs that is to be looked after often. */
    boolean isBusy();

    /** Takes nothing. */
    Receiver NONE =
        new Receiver() {
          @Override
          public void receive(Message message) {}

          @Override
          public void tick() {}

          @Override
          public boolean isBusy() {
            return false;
          }
        };
  }

  private static final long BUSY_TICK = 100;
  private static final long IDLE_TICK = 1000;

  private final Loop loop;
  private final Reserve reserve;
  private final Envelope envelope;
  private volatile Receiver receiver = Receiver.NONE;
  private final Router shell;
  private final Router control;
  private final Router stdin;
  private final Publisher iopub;
  private final Thread thread;

  /** Binds every socket; messages come from {@link #start} on. */
  public Sockets(Connection connection, Reserve reserve) throws WireException, IOException {
    this.reserve = reserve;
    this.envelope = new Envelope(new Signature(connection.scheme(), connection.key()));
    this.loop = new Loop(new Surroundings(), reserve);
    this.shell = router(connection, Channel.SHELL);
    this.control = router(connection, Channel.CONTROL);
    this.stdin = router(connection, Channel.STDIN);
    this.iopub = new Publisher(loop, connection.endpoint(Channel.IOPUB), this::welcome);
    new Echo(loop, connection.endpoint(Channel.HEARTBEAT));
    this.thread = new Thread(loop::run, "jacobean-sockets");
    thread.setDaemon(true);
  }

  private final class Surroundings implements Loop.Surroundings {
    @Override
    public void warn(String message) {
      Log.warn(message);
    }

    @Override
    public void tick() {
      receiver.tick();
    }

    @Override
    public long tickMillis() {
      return receiver.isBusy() ? BUSY_TICK : IDLE_TICK;
    }
  }

  private Router router(Connection connection, Channel channel) throws IOException {
    return new Router(loop, connection.endpoint(channel), frames -> receive(channel, frames));
  }

  public void start(Receiver messages) {
    receiver = messages;
    thread.start();
  }

  private void receive(Channel channel, List<byte[]> frames) {
    Runnable step =
        () -> {
          try {
            receiver.receive(envelope.open(channel, frames));
          } catch (WireException e) {
            Log.warn("Dropped on " + channel + ": " + e.getMessage());
          } catch (RuntimeException | StackOverflowError e) {
            Log.warn("Dropped on " + channel, e);
          }
        };
    if (!reserve.insist(step)) {
      Log.warn("The heap is full: a message on " + channel + " was dropped");
    }
  }

  private List<byte[]> welcome(byte[] topic) {
    String subscription = new String(topic, java.nio.charset.StandardCharsets.UTF_8);
    Outgoing message =
        Outgoing.publish(
            "iopub_welcome", Outgoing.NOTHING, Json.object("subscription", subscription));
    return envelope.seal(
        new Outgoing(
            Channel.IOPUB,
            List.of(topic),
            message.type(),
            message.parent(),
            message.metadata(),
            message.content(),
            message.buffers()));
  }

  @Override
  public void send(Outgoing message) {
    int size = message.size();
    loop.backlog().posted(size);
    loop.post(
        () -> {
          try {
            deliver(message);
          } catch (RuntimeException e) {
            Log.warn("A message of type " + message.type() + " was not sent", e);
          }
          loop.backlog().taken(size);
        });
  }

  private void deliver(Outgoing message) {
    List<byte[]> frames = envelope.seal(message);
    switch (message.channel()) {
      case SHELL -> shell.send(frames);
      case CONTROL -> control.send(frames);
      case STDIN -> stdin.send(frames);
      case IOPUB -> iopub.send(frames);
      case HEARTBEAT -> throw new IllegalArgumentException("the heartbeat only echoes");
    }
  }

  @Override
  public void awaitRoom() throws InterruptedException {
    loop.backlog().await();
  }

  @Override
  public void insist(Runnable step) {
    if (!reserve.insist(step)) {
      Log.warn("The heap is full: something could not be said");
    }
  }

  @Override
  public void settle(Runnable then) {
    loop.settle(done -> then.run());
  }

  /** Sends what is queued, then closes. */
  @Override
  public void close() {
    loop.close();
    try {
      thread.join(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
