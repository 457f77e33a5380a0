package org.jacobean.kernel.bridge;

import java.nio.charset.Charset;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.JupyterIO;

/** jjava's streams, attached for good to the cell of whoever uses them. */
final class RoutedIo extends JupyterIO {
  RoutedIo(ShellReplyEnvironment environment, Charset charset) {
    super(charset);
    setEnv(environment);
    setJupyterInEnabled(true);
  }
}
