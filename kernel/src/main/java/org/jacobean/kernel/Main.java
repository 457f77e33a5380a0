package org.jacobean.kernel;

import java.io.IOException;
import java.nio.file.Path;
import org.jacobean.kernel.session.JavaSession;
import org.jacobean.kernel.wire.Connection;
import org.jacobean.kernel.wire.WireException;

/** Starts a kernel: {@code java … org.jacobean.kernel.Main <connection file>}. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    if (args.length != 1) {
      System.err.println("usage: org.jacobean.kernel.Main <connection file>");
      System.exit(2);
    }
    try {
      new Kernel(Connection.read(Path.of(args[0]))).start(JavaSession::new);
      Thread.currentThread().join();
    } catch (WireException | IOException e) {
      System.err.println("The kernel does not start: " + e.getMessage());
      System.exit(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
