package org.jacobean.magics.general;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.Notebook;

/**
 * A script in a real process: output appears while it runs, interrupting ends it and its children.
 */
final class Script {
  private final String magic;
  private final MagicCall call;
  private final Notebook notebook;

  Script(String magic, MagicCall call) {
    this.magic = magic;
    this.call = call;
    this.notebook = call.notebook();
  }

  /** Runs the script on the interpreter's standard input; gives the exit code. */
  int run(List<String> interpreter, String source) throws MagicException, InterruptedException {
    Process process = start(interpreter);
    Thread out = pump(process.getInputStream(), notebook.out());
    Thread err = pump(process.getErrorStream(), notebook.err());
    try {
      feed(process, source);
      int code = process.waitFor();
      // A background child may keep the pipe open for long; what is written by now is shown.
      out.join(TimeUnit.SECONDS.toMillis(1));
      err.join(TimeUnit.SECONDS.toMillis(1));
      return code;
    } catch (InterruptedException | ThreadDeath e) {
      end(process);
      throw e;
    }
  }

  private Process start(List<String> interpreter) throws MagicException {
    var builder = new ProcessBuilder(interpreter).directory(notebook.directory().toFile());
    builder.environment().putAll(ProcessEnvironment.of(call).all());
    try {
      return builder.start();
    } catch (IOException e) {
      throw new MagicException(
          magic
              + ": "
              + interpreter.get(0)
              + " could not be started ("
              + e.getMessage()
              + "). Is it installed and on the PATH?",
          e);
    }
  }

  private static void feed(Process process, String source) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(source.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // The script ended before it read all of itself, as exit does: its exit code tells the rest.
    }
  }

  private static Thread pump(InputStream from, PrintStream to) {
    var thread = new Thread(() -> copy(from, to), "script output");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void copy(InputStream from, PrintStream to) {
    char[] buffer = new char[8192];
    try (Reader reader = new InputStreamReader(from, StandardCharsets.UTF_8)) {
      for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
        to.print(new String(buffer, 0, n));
        to.flush();
      }
    } catch (IOException e) {
      // The process was ended; there is no more output to show.
    }
  }

  private static void end(Process process) {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    children.forEach(ProcessHandle::destroy);
    Thread.interrupted();
    try {
      if (!process.waitFor(500, TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
      }
    } catch (InterruptedException again) {
      process.destroyForcibly();
      children.forEach(ProcessHandle::destroyForcibly);
    }
  }
}
