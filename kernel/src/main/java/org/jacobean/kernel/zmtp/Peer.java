package org.jacobean.kernel.zmtp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** One connection of one client to one of our sockets. */
final class Peer implements FrameReader.Sink {
  /** What the socket that the peer belongs to does with it. */
  interface Socket {
    String type();

    void joined(Peer peer);

    void left(Peer peer);

    void message(Peer peer, List<byte[]> frames);
  }

  private final Socket socket;
  private final SocketChannel channel;
  private final SelectionKey key;
  private final FrameReader reader;
  private final byte[] greeting = new byte[Greeting.SIZE];
  private int greeted;
  private boolean ready;
  private final Deque<ByteBuffer> outgoing = new ArrayDeque<>();
  private long waiting;
  private long progress = System.nanoTime();
  private final List<byte[]> topics = new ArrayList<>();
  private String identity;

  Peer(Socket socket, SocketChannel channel, SelectionKey key, long largest, int number) {
    this.socket = socket;
    this.channel = channel;
    this.key = key;
    this.reader = new FrameReader(largest, this);
    this.identity = "\0" + number;
    queue(ByteBuffer.wrap(Greeting.ours()));
    queue(Frames.command(Greeting.ready(socket.type())));
  }

  /** The routing identity, one char a byte: the client's own, or one that we gave. */
  String identity() {
    return identity;
  }

  byte[] identityBytes() {
    return identity.getBytes(StandardCharsets.ISO_8859_1);
  }

  Socket socket() {
    return socket;
  }

  boolean isReady() {
    return ready;
  }

  /** Reads what has come; false when the peer is gone. */
  boolean read(ByteBuffer buffer) throws IOException {
    int count;
    do {
      buffer.clear();
      count = channel.read(buffer);
      buffer.flip();
      greet(buffer);
      reader.read(buffer);
    } while (count == buffer.capacity());
    return count >= 0;
  }

  private void greet(ByteBuffer in) throws ProtocolException {
    if (greeted == Greeting.SIZE) {
      return;
    }
    int count = Math.min(in.remaining(), Greeting.SIZE - greeted);
    in.get(greeting, greeted, count);
    greeted += count;
    if (greeted > 0 && greeting[0] != (byte) 0xff) {
      throw new ProtocolException("no ZMTP greeting");
    }
    if (greeted == Greeting.SIZE) {
      Greeting.check(greeting);
    }
  }

  @Override
  public void command(byte[] body) throws ProtocolException {
    if (!ready) {
      String named = Greeting.properties(body).getOrDefault("Identity", "");
      identity = named.isEmpty() ? identity : named;
      ready = true;
      socket.joined(this);
    } else if (body.length >= 7
        && new String(body, 1, 4, StandardCharsets.US_ASCII).equals("PING")) {
      byte[] pong = "\4PONG".getBytes(StandardCharsets.US_ASCII);
      byte[] context = Arrays.copyOfRange(body, 7, Math.min(body.length, 23));
      byte[] answer = Arrays.copyOf(pong, pong.length + context.length);
      System.arraycopy(context, 0, answer, pong.length, context.length);
      queue(Frames.command(answer));
    }
  }

  @Override
  public void message(List<byte[]> frames) {
    if (ready) {
      socket.message(this, frames);
    }
  }

  void subscribe(byte[] topic) {
    topics.add(topic);
  }

  void unsubscribe(byte[] topic) {
    for (int i = 0; i < topics.size(); i++) {
      if (Arrays.equals(topics.get(i), topic)) {
        topics.remove(i);
        return;
      }
    }
  }

  boolean wants(byte[] subject) {
    for (byte[] topic : topics) {
      if (topic.length <= subject.length
          && Arrays.equals(topic, 0, topic.length, subject, 0, topic.length)) {
        return true;
      }
    }
    return false;
  }

  void send(List<ByteBuffer> parts) {
    for (ByteBuffer part : parts) {
      queue(part.duplicate()); // the bytes may go to several peers
    }
  }

  private void queue(ByteBuffer part) {
    if (outgoing.isEmpty()) {
      progress = System.nanoTime();
    }
    outgoing.add(part);
    waiting += part.remaining();
  }

  /** Bytes not yet taken by the network. */
  long waiting() {
    return waiting;
  }

  /** For how long the peer has taken nothing though something waits, in nanoseconds. */
  long stalled() {
    return outgoing.isEmpty() ? 0 : System.nanoTime() - progress;
  }

  /** Writes what the network takes now, and asks for a call when it takes more. */
  void write(ByteBuffer buffer) throws IOException {
    while (!outgoing.isEmpty()) {
      fill(buffer);
      int filled = buffer.remaining();
      int count = channel.write(buffer);
      taken(count);
      if (count < filled) {
        key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        return;
      }
    }
    if (key.interestOps() != SelectionKey.OP_READ) {
      key.interestOps(SelectionKey.OP_READ);
    }
  }

  private void fill(ByteBuffer buffer) {
    buffer.clear();
    for (ByteBuffer part : outgoing) {
      ByteBuffer view = part.duplicate();
      view.limit(view.position() + Math.min(view.remaining(), buffer.remaining()));
      buffer.put(view);
      if (!buffer.hasRemaining()) {
        break;
      }
    }
    buffer.flip();
  }

  private void taken(int count) {
    if (count > 0) {
      progress = System.nanoTime();
    }
    waiting -= count;
    int left = count;
    while (left > 0) {
      ByteBuffer part = outgoing.element();
      int step = Math.min(left, part.remaining());
      part.position(part.position() + step);
      left -= step;
      if (!part.hasRemaining()) {
        outgoing.remove();
      }
    }
    while (!outgoing.isEmpty() && !outgoing.element().hasRemaining()) {
      outgoing.remove();
    }
  }

  void close() {
    key.cancel();
    try {
      channel.close();
    } catch (IOException e) {
      key.attach(null); // gone either way
    }
  }
}
