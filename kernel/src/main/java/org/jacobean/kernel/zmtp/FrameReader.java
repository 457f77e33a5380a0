package org.jacobean.kernel.zmtp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bytes as they come, in pieces of any size, to frames, commands and whole messages. */
final class FrameReader {
  /** What is read goes here. */
  interface Sink {
    void command(byte[] body) throws ProtocolException;

    void message(List<byte[]> frames);
  }

  private static final int MORE = 1;
  private static final int LONG = 2;
  private static final int COMMAND = 4;
  private static final int FIRST_PIECE = 1 << 16;
  private static final int MOST_FRAMES = 10_000;

  private final long largest;
  private final Sink sink;
  private final byte[] head = new byte[9];
  private int headFilled;
  private byte @Nullable [] body;
  private int bodySize;
  private int bodyFilled;
  private long messageSize;
  private List<byte[]> frames = new ArrayList<>();

  FrameReader(long largest, Sink sink) {
    this.largest = largest;
    this.sink = sink;
  }

  void read(ByteBuffer in) throws ProtocolException {
    while (in.hasRemaining()) {
      if (body == null) {
        readHead(in);
      }
      if (body != null) {
        readBody(in);
      }
    }
  }

  private void readHead(ByteBuffer in) throws ProtocolException {
    do {
      head[headFilled++] = in.get();
    } while (headFilled < headSize() && in.hasRemaining());
    if (headFilled == headSize()) {
      start(headFilled == 2 ? head[1] & 0xff : ByteBuffer.wrap(head, 1, 8).getLong());
    }
  }

  private int headSize() {
    return (head[0] & LONG) != 0 ? 9 : 2;
  }

  private void start(long size) throws ProtocolException {
    if ((head[0] & ~(MORE | LONG | COMMAND)) != 0) {
      throw new ProtocolException("a frame with reserved flags");
    }
    messageSize += size;
    if (size < 0 || messageSize > largest || frames.size() >= MOST_FRAMES) {
      throw new ProtocolException("a message larger than " + largest + " bytes");
    }
    bodySize = (int) size;
    bodyFilled = 0;
    body = new byte[Math.min(bodySize, FIRST_PIECE)]; // a claim of size alone takes no memory
  }

  private void readBody(ByteBuffer in) throws ProtocolException {
    byte[] into = room(Math.min(in.remaining(), bodySize - bodyFilled));
    int count = Math.min(in.remaining(), into.length - bodyFilled);
    in.get(into, bodyFilled, count);
    bodyFilled += count;
    if (bodyFilled == bodySize) {
      finish(into);
    }
  }

  private byte[] room(int wanted) {
    byte[] now = java.util.Objects.requireNonNull(body);
    if (bodyFilled + wanted > now.length) {
      long grown = Math.max(2L * now.length, bodyFilled + (long) wanted);
      now = Arrays.copyOf(now, (int) Math.min(grown, bodySize));
      body = now;
    }
    return now;
  }

  private void finish(byte[] frame) throws ProtocolException {
    int flags = head[0];
    headFilled = 0;
    body = null;
    if ((flags & COMMAND) != 0) {
      messageSize -= frame.length;
      sink.command(frame);
      return;
    }
    frames.add(frame);
    if ((flags & MORE) == 0) {
      List<byte[]> whole = frames;
      frames = new ArrayList<>();
      messageSize = 0;
      sink.message(whole);
    }
  }
}
