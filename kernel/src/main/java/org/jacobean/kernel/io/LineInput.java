package org.jacobean.kernel.io;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** {@code System.in}: asks for a line whenever its bytes are used up. */
public final class LineInput extends InputStream {
  private final Input input;
  private byte[] line = {};
  private int at;

  public LineInput(Input input) {
    this.input = input;
  }

  /** A line that a cell left half read does not surprise the next cell. */
  public synchronized void forget() {
    line = new byte[0];
    at = 0;
  }

  @Override
  public synchronized int read() {
    fill();
    return line[at++] & 0xff;
  }

  /** Never waits for more than one line, so that a Scanner returns as soon as it has one. */
  @Override
  public synchronized int read(byte[] into, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    fill();
    int count = Math.min(length, line.length - at);
    System.arraycopy(line, at, into, offset, count);
    at += count;
    return count;
  }

  private void fill() {
    if (at == line.length) {
      line = (ask() + "\n").getBytes(StandardCharsets.UTF_8);
      at = 0;
    }
  }

  /** Unchecked, for Scanner keeps an IOException to itself and says only "No line found". */
  private String ask() {
    try {
      return input.ask("", false);
    } catch (Input.Unavailable e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  @Override
  public synchronized int available() {
    return line.length - at;
  }
}
