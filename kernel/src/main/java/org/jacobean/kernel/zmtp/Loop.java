package org.jacobean.kernel.zmtp;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * The thread that owns every connection. It sleeps in one selector until a peer sends or another
 * thread posts a task; it never waits for anything else.
 */
public final class Loop implements Closeable {
  /** What the loop asks of its surroundings. */
  public interface Surroundings {
    /** Something was refused or went wrong; the loop goes on. */
    void warn(String message);

    /** Called on the loop's thread every now and then. */
    void tick();

    /** How long until the next tick at most. */
    long tickMillis();
  }

  private static final int BUFFER = 1 << 17;
  private static final long LARGEST_MESSAGE = 1L << 30;
  private static final long STALLED_NANOS = 60_000_000_000L;

  private final Selector selector;
  private final Surroundings surroundings;
  private final Reserve reserve;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
  private final Set<Peer> unwritten = new LinkedHashSet<>();
  private final List<Endpoint> endpoints = new ArrayList<>();
  private final Backlog backlog = new Backlog();
  private volatile boolean asleep;
  private volatile boolean open = true;
  private long lastTick = System.nanoTime();
  private int peersSeen;

  public Loop(Surroundings surroundings, Reserve reserve) throws IOException {
    this.selector = Selector.open();
    this.surroundings = surroundings;
    this.reserve = reserve;
  }

  /** Listens; before {@link #run} only. */
  void bind(String address, Peer.Socket socket) throws IOException {
    Endpoint endpoint = Endpoint.bind(address);
    endpoints.add(endpoint);
    ServerSocketChannel server = endpoint.channel();
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT, socket);
  }

  /** Has the loop's thread do something; safe from any thread, interrupted or not. */
  public void post(Runnable task) {
    tasks.add(task);
    if (asleep) {
      selector.wakeup();
    }
  }

  /** How much waits to be sent. */
  public Backlog backlog() {
    return backlog;
  }

  /** Runs until {@link #close}. */
  public void run() {
    while (open) {
      try {
        turn();
      } catch (OutOfMemoryError e) {
        reserve.release();
      } catch (IOException | RuntimeException | StackOverflowError e) {
        surroundings.warn("The sockets' loop goes on after " + e);
      }
    }
    closeAll();
  }

  private void turn() throws IOException {
    runTasks();
    asleep = true;
    long wait = Math.max(1, surroundings.tickMillis() - millisSinceTick());
    if (!tasks.isEmpty() || !open) {
      selector.selectNow(this::ready);
    } else {
      selector.select(this::ready, wait);
    }
    asleep = false;
    writeAll();
    if (millisSinceTick() >= surroundings.tickMillis()) {
      lastTick = System.nanoTime();
      dropStalled();
      surroundings.tick();
    }
  }

  private long millisSinceTick() {
    return (System.nanoTime() - lastTick) / 1_000_000;
  }

  private void runTasks() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      Runnable step = task;
      if (!reserve.insist(step)) {
        surroundings.warn("The heap is full: a message was not sent");
      }
      if (unwrittenBytes() > BUFFER) {
        writeAll();
      }
    }
    writeAll();
  }

  private long unwrittenBytes() {
    long bytes = 0;
    for (Peer peer : unwritten) {
      bytes += peer.waiting();
    }
    return bytes;
  }

  /** Puts a message in a peer's queue; it is written when the loop has run its tasks. */
  void send(Peer peer, List<ByteBuffer> parts) {
    peer.send(parts);
    unwritten.add(peer);
  }

  private void writeAll() {
    for (Peer peer : unwritten) {
      guarded(peer, () -> peer.write(buffer));
    }
    unwritten.clear();
    backlog.measured(peers());
  }

  private List<Peer> peers() {
    List<Peer> peers = new ArrayList<>();
    for (SelectionKey key : selector.keys()) {
      if (key.attachment() instanceof Peer peer) {
        peers.add(peer);
      }
    }
    return peers;
  }

  private void ready(SelectionKey key) {
    if (key.attachment() instanceof Peer peer) {
      guarded(
          peer,
          () -> {
            if (key.isWritable()) {
              peer.write(buffer);
            }
            if (key.isReadable() && !peer.read(buffer)) {
              drop(peer);
            } else if (peer.waiting() > 0) {
              unwritten.add(peer); // it was answered at once: a pong
            }
          });
    } else if (key.attachment() instanceof Peer.Socket socket) {
      accept((ServerSocketChannel) key.channel(), socket);
    }
  }

  private void accept(ServerSocketChannel server, Peer.Socket socket) {
    try {
      SocketChannel channel = server.accept();
      if (channel != null) {
        Endpoint.tune(channel);
        SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
        Peer peer = new Peer(socket, channel, key, LARGEST_MESSAGE, ++peersSeen);
        key.attach(peer);
        unwritten.add(peer);
      }
    } catch (IOException e) {
      surroundings.warn("A connection was not accepted: " + e);
    }
  }

  private interface Step {
    void run() throws IOException;
  }

  private void guarded(Peer peer, Step step) {
    try {
      step.run();
    } catch (ProtocolException e) {
      surroundings.warn(
          "A connection to " + peer.socket().type() + " was closed: " + e.getMessage());
      drop(peer);
    } catch (IOException | CancelledKeyException e) {
      drop(peer);
    } catch (OutOfMemoryError e) {
      reserve.release();
      surroundings.warn("The heap is full: a connection was closed; its client connects again");
      drop(peer);
    }
  }

  private void drop(Peer peer) {
    peer.close();
    peer.socket().left(peer);
  }

  /** A client that takes nothing for a minute must not hold up a printing cell for ever. */
  private void dropStalled() {
    for (Peer peer : peers()) {
      if (peer.stalled() > STALLED_NANOS && backlog.isFull()) {
        surroundings.warn("A client took nothing for a minute; its connection was closed");
        drop(peer);
      }
    }
  }

  /** Calls back once everything that had been sent to us by now was read. */
  public void settle(Consumer<Loop> then) {
    post(
        () -> {
          try {
            selector.selectNow(this::ready);
          } catch (IOException e) {
            surroundings.warn("The sockets could not be read: " + e);
          }
          then.accept(this);
        });
  }

  /** Ends {@link #run} after what is posted was done. */
  @Override
  public void close() {
    post(() -> open = false);
  }

  private void closeAll() {
    writeAll();
    peers().forEach(Peer::close);
    try {
      selector.close();
      for (Endpoint endpoint : endpoints) {
        endpoint.close();
      }
    } catch (IOException e) {
      surroundings.warn("The sockets did not close: " + e);
    }
  }
}
