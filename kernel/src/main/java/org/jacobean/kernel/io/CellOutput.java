package org.jacobean.kernel.io;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jacobean.kernel.wire.Json;
import org.jacobean.kernel.wire.Message;
import org.jacobean.kernel.wire.Outgoing;
import org.jacobean.kernel.wire.Outlet;
import org.jspecify.annotations.Nullable;

/**
 * All that one request says to the front ends, in order. Printed bytes are gathered into few
 * messages; whatever else is published sends them on first.
 */
public final class CellOutput {
  /** The two streams of the protocol. */
  public enum Stream {
    STDOUT("stdout"),
    STDERR("stderr");

    private final String word;

    Stream(String word) {
      this.word = word;
    }
  }

  private static final int BATCH = 1 << 16;
  private static final int FIRST_BUFFER = 1 << 9;

  private final Message request;
  private final Outlet outlet;
  private final Flusher flusher;
  private final boolean quiet;
  private final List<Object> pages = new ArrayList<>();
  private byte[] pending = {};
  private int filled;
  private Stream stream = Stream.STDOUT;
  private volatile boolean cut;

  /**
   * @param request what all this answers
   * @param quiet whether nothing at all is to be shown
   */
  public CellOutput(Message request, Outlet outlet, Flusher flusher, boolean quiet) {
    this.request = request;
    this.outlet = outlet;
    this.flusher = flusher;
    this.quiet = quiet;
  }

  /** Something to read beside the notebook; the reply carries it. */
  public synchronized void page(Map<String, ?> data) {
    pages.add(Json.object("source", "page", "data", data, "start", 0));
  }

  /** What the reply is to carry for the front end to do. */
  public synchronized List<Object> payload() {
    return List.copyOf(pages);
  }

  /** What all output answers, and whom a question for input goes to. */
  public Message request() {
    return request;
  }

  /** Takes printed bytes; waits while the front end reads more slowly than the cell prints. */
  public void write(Stream to, byte[] bytes, int offset, int length) {
    if (quiet || cut) {
      return;
    }
    boolean sent;
    synchronized (this) {
      if (to != stream && filled > 0) {
        flush();
      }
      stream = to;
      if (filled == 0) {
        flusher.due(this);
      }
      append(bytes, offset, length);
      sent = filled >= BATCH;
      if (sent) {
        flush();
      }
    }
    if (sent) {
      awaitRoom();
    }
  }

  private void append(byte[] bytes, int offset, int length) {
    if (filled + length > pending.length) {
      int size = Math.max(FIRST_BUFFER, Math.max(2 * pending.length, filled + length));
      pending = Arrays.copyOf(pending, size);
    }
    System.arraycopy(bytes, offset, pending, filled, length);
    filled += length;
  }

  private void awaitRoom() {
    try {
      outlet.awaitRoom();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends what was printed; keeps back the start of a character whose end is yet to come. */
  public synchronized void flush() {
    int whole = Utf8.wholeCharacters(pending, filled);
    if (whole == 0) {
      return;
    }
    String text = new String(pending, 0, whole, StandardCharsets.UTF_8);
    int rest = filled - whole;
    byte[] next = pending.length > BATCH ? new byte[FIRST_BUFFER] : pending;
    System.arraycopy(pending, whole, next, 0, rest);
    pending = next;
    filled = rest;
    send("stream", Json.object("name", stream.word, "text", text), Map.of(), List.of());
  }

  public void publish(String type, @Nullable Object content) {
    publish(type, content, Map.of(), List.of());
  }

  /** Publishes for the cell, after what it printed before. */
  public synchronized void publish(
      String type,
      @Nullable Object content,
      Map<String, ? extends @Nullable Object> metadata,
      List<byte[]> buffers) {
    if (quiet || cut) {
      return;
    }
    announce(type, content, metadata, buffers);
  }

  private void send(
      String type,
      @Nullable Object content,
      Map<String, ? extends @Nullable Object> metadata,
      List<byte[]> buffers) {
    outlet.send(Outgoing.publish(type, request.headerBytes(), content, metadata, buffers));
  }

  /** Publishes for the kernel itself, even when the cell is quiet or cut. */
  public void announce(String type, @Nullable Object content) {
    announce(type, content, Map.of(), List.of());
  }

  public synchronized void announce(
      String type,
      @Nullable Object content,
      Map<String, ? extends @Nullable Object> metadata,
      List<byte[]> buffers) {
    flush();
    send(type, content, metadata, buffers);
  }

  /** What the cell's threads still say is dropped from now on. */
  public synchronized void cut() {
    flush();
    cut = true;
    pending = new byte[0];
    filled = 0;
  }

  public boolean isCut() {
    return cut;
  }
}
