package org.jacobean.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A first notebook played through a real kernel, so that what a start needs is in the archive. The
 * cells touch what most sessions touch first, a gradient and a plot among them, and nothing rarer:
 * an archive that holds everything is mapped slower.
 */
final class Rehearsal {
  private static final Duration TIME_TO_WRITE = Duration.ofMinutes(3);

  private static final List<String> CELLS =
      List.of(
          "1+1",
          "int x = 42;",
          "x + 1",
          "double f(double x, double y) { return 3*x*x + 2*x*y + y*y; }",
          "f(1, 2)",
          "%grad f(1, 2)",
          "%plot f(x, 1) x=-1..1",
          "for (int i = 0; i < 3; i++) System.out.println(\"line \" + i);",
          "record Point(double x, double y) {}",
          "new Point(1, 2)",
          "List.of(3, 1, 2).stream().sorted().map(i -> i * i).toList()",
          "var s = \"text\"; s.length()");

  private Rehearsal() {}

  /** Makes the archive; an old one stays in place until the new one stands. */
  static void make(JavaCommand command, Archive archive, Map<String, String> environment)
      throws InstallException {
    Path unfinished = archive.file().resolveSibling(archive.file().getFileName() + ".new");
    Archive fresh = new Archive(unfinished, archive.version());
    try {
      try (RunningKernel kernel = new RunningKernel(command.recording(fresh), environment)) {
        kernel.ready();
        play(kernel);
        kernel.shutdown(TIME_TO_WRITE);
      }
      Files.move(unfinished, archive.file(), StandardCopyOption.REPLACE_EXISTING);
    } catch (NoSuchFileException e) {
      throw new InstallException.KernelFailed("The JVM wrote no archive " + unfinished, e);
    } catch (IOException e) {
      throw new InstallException.KernelFailed("The kernel could not be started: " + e, e);
    }
  }

  private static void play(RunningKernel kernel) throws InstallException {
    for (String cell : CELLS) {
      kernel.run(cell);
    }
    kernel.ask("complete_request", Map.of("code", "Math.", "cursor_pos", 5));
    kernel.ask(
        "inspect_request", Map.of("code", "Math.abs(-1)", "cursor_pos", 8, "detail_level", 0));
    kernel.ask("is_complete_request", Map.of("code", "for (int i = 0; i < 3; i++) {"));
  }

  /** How a kernel does on its very first cell. */
  static @Nullable String trial(List<String> command, Map<String, String> environment)
      throws InstallException {
    try (RunningKernel kernel = new RunningKernel(command, environment)) {
      kernel.ready();
      String result = kernel.run("1+1").result();
      kernel.shutdown(Duration.ofSeconds(5));
      return result;
    } catch (IOException e) {
      throw new InstallException.KernelFailed("The kernel could not be started: " + e, e);
    }
  }
}
