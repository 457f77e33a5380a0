package org.jacobean.kernel.compat;

import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.JupyterIO;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.messages.ContentType;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.publish.PublishUpdateDisplayData;
import java.nio.charset.StandardCharsets;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** IJava's streams, leading to the running kernel's. */
public final class LegacyIo extends JupyterIO {
  public LegacyIo() {
    super(StandardCharsets.UTF_8);
    setEnv(new Environment());
    setJupyterInEnabled(true);
  }

  private static final class Environment extends ShellReplyEnvironment {
    @SuppressWarnings("NullAway") // its own sockets are never used
    Environment() {
      super(null, null, null, null);
    }

    @Override
    public void publish(Message<?> message) {
      show(message.getContent());
    }

    @Override
    public <T extends ContentType<T>> void publish(T content) {
      show(content);
    }

    private static void show(Object content) {
      var kernel = BaseKernel.notebookKernel();
      if (content instanceof PublishUpdateDisplayData update) {
        kernel.getIO().display.updateDisplay(LegacyData.toJJava(update));
      } else if (content instanceof DisplayData data) {
        kernel.display(LegacyData.toJJava(data));
      }
    }

    @Override
    public void writeToStdOut(String text) {
      System.out.print(text);
    }

    @Override
    public void writeToStdErr(String text) {
      System.err.print(text);
    }
  }
}
