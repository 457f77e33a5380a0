package org.jacobean.kernel.zmtp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Messages to bytes. */
final class Frames {
  /** Frames from this size on are sent from where they lie; smaller ones are put together. */
  private static final int APART = 1 << 15;

  private Frames() {}

  static ByteBuffer command(byte[] body) {
    ByteBuffer out = ByteBuffer.allocate(2 + body.length);
    return out.put((byte) 4).put((byte) body.length).put(body).flip();
  }

  static List<ByteBuffer> message(List<byte[]> frames) {
    List<ByteBuffer> parts = new ArrayList<>(1);
    int from = 0;
    for (int i = 0; i <= frames.size(); i++) {
      boolean apart = i < frames.size() && frames.get(i).length >= APART;
      if (apart || i == frames.size()) {
        parts.add(together(frames, from, i, apart));
        from = i + 1;
      }
      if (apart) {
        parts.add(ByteBuffer.wrap(frames.get(i)));
      }
    }
    return parts;
  }

  /** Frames from..to, then the head of frame to when its body is sent apart. */
  private static ByteBuffer together(List<byte[]> frames, int from, int to, boolean apart) {
    int size = apart ? 9 : 0;
    for (int i = from; i < to; i++) {
      size += 9 + frames.get(i).length;
    }
    ByteBuffer out = ByteBuffer.allocate(size);
    for (int i = from; i < to; i++) {
      head(out, frames, i);
      out.put(frames.get(i));
    }
    if (apart) {
      head(out, frames, to);
    }
    return out.flip();
  }

  private static void head(ByteBuffer out, List<byte[]> frames, int index) {
    int length = frames.get(index).length;
    int more = index < frames.size() - 1 ? 1 : 0;
    if (length < 256) {
      out.put((byte) more).put((byte) length);
    } else {
      out.put((byte) (more | 2)).putLong(length);
    }
  }
}
