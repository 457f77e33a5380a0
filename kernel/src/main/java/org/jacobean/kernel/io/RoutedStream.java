package org.jacobean.kernel.io;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jacobean.kernel.wire.Log;

/** What {@code System.out} and {@code System.err} write to: the cell of the thread that prints. */
public final class RoutedStream extends OutputStream {
  private final Outputs outputs;
  private final CellOutput.Stream stream;

  private RoutedStream(Outputs outputs, CellOutput.Stream stream) {
    this.outputs = outputs;
    this.stream = stream;
  }

  public static PrintStream print(Outputs outputs, CellOutput.Stream stream) {
    return new PrintStream(new RoutedStream(outputs, stream), false, StandardCharsets.UTF_8);
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    CellOutput output = outputs.current();
    if (output == null) {
      Log.stream().write(bytes, offset, length); // before the first cell: nobody's
    } else {
      output.write(stream, bytes, offset, length);
    }
  }

  @Override
  public void flush() {
    // Gathered output goes out by itself soon; a flush each line would send a message each line.
  }
}
