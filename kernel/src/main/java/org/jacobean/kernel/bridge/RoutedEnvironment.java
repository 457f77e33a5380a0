package org.jacobean.kernel.bridge;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.messages.ContentType;
import org.dflib.jjava.jupyter.messages.Header;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.publish.PublishClearOutput;
import org.dflib.jjava.jupyter.messages.publish.PublishUpdateDisplayData;
import org.dflib.jjava.jupyter.messages.request.KernelInfoRequest;
import org.jacobean.kernel.io.CellOutput;
import org.jacobean.kernel.io.CellOutput.Stream;
import org.jacobean.kernel.io.Input;
import org.jacobean.kernel.wire.Log;

/** Where jjava's types publish to: the output of the cell whose thread asks. */
final class RoutedEnvironment extends ShellReplyEnvironment {
  private final Parts parts;

  @SuppressWarnings("NullAway") // jjava's own sockets are never used
  RoutedEnvironment(Parts parts) {
    super(null, null, null, new NoContext());
    this.parts = parts;
  }

  /** jjava wants a header to answer to; ours are written elsewhere. */
  static final class NoContext implements MessageContext {
    @Override
    public List<byte[]> getIdentities() {
      return List.of();
    }

    @Override
    public Header<?> getHeader() {
      return new Header<>(KernelInfoRequest.MESSAGE_TYPE);
    }
  }

  @Override
  public void publish(Message<?> message) {
    show(message.getContent());
  }

  @Override
  public <T extends ContentType<T>> void publish(T content) {
    show(content);
  }

  private void show(Object content) {
    CellOutput output = parts.outputs().current();
    if (output == null) {
      Log.warn("Nothing to show " + content.getClass().getName() + " in: no cell was run yet");
    } else if (content instanceof PublishUpdateDisplayData update) {
      Shown.update(output, Bundles.of(update));
    } else if (content instanceof DisplayData data) {
      Shown.display(output, Bundles.of(data));
    } else if (content instanceof PublishClearOutput clear) {
      Shown.clear(output, clear.shouldWait());
    } else {
      Log.warn("Not published: " + content.getClass().getName());
    }
  }

  @Override
  public void writeToStdOut(String text) {
    write(Stream.STDOUT, text);
  }

  @Override
  public void writeToStdErr(String text) {
    write(Stream.STDERR, text);
  }

  private void write(Stream stream, String text) {
    CellOutput output = parts.outputs().current();
    if (output != null) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      output.write(stream, bytes, 0, bytes.length);
    }
  }

  @Override
  public String readFromStdIn(String prompt, boolean password) {
    try {
      return parts.input().ask(prompt, password);
    } catch (Input.Unavailable e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  @Override
  public void setStatusBusy() {}

  @Override
  public void setStatusIdle() {}

  @Override
  public void setBusyDeferIdle() {}
}
