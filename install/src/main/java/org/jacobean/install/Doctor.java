package org.jacobean.install;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks an installation over and says what is wrong with it and what to do. */
final class Doctor {
  private final JupyterFolders folders;
  private final PrintStream out;
  private int complaints;

  Doctor(JupyterFolders folders, PrintStream out) {
    this.folders = folders;
    this.out = out;
  }

  /** Tells the number of things that are wrong. */
  int examine(Options options) throws InstallException {
    out.println("Java");
    check("this one", () -> describe(Jdk.running()));
    List<Path> kernels = kernels(options);
    for (Path folder : kernels) {
      out.println("Kernel " + folder);
      examine(folder);
    }
    if (kernels.isEmpty()) {
      bad("no kernel", "none in " + folders.all() + ": install one with --install");
    }
    out.println(complaints == 0 ? "All well." : complaints + " to mend.");
    return complaints;
  }

  private void examine(Path folder) {
    KernelSpec spec;
    try {
      spec = KernelSpec.read(folder);
    } catch (IOException e) {
      bad(KernelSpec.FILE, e.getMessage() + "; install again with --install --replace");
      return;
    }
    good("shown as", spec.displayName());
    if (spec.argv().isEmpty()) {
      bad("argv", "is empty; install again with --install --replace");
      return;
    }
    check("its Java", () -> describe(Jdk.at(Path.of(spec.argv().get(0)))));
    archive(spec);
    check("first cell", () -> trial(spec, folder));
  }

  private void archive(KernelSpec spec) {
    boolean named = false;
    for (String word : spec.argv()) {
      if (word.matches("-XX:(AOTCache|SharedArchiveFile)=.*")) {
        named = true;
        Path file = Path.of(word.substring(word.indexOf('=') + 1));
        if (Files.exists(file)) {
          good("archive", file.getFileName().toString());
        } else {
          bad("archive", file + " is missing: starts take longer; install again with --replace");
        }
      }
    }
    if (!named) {
      good("archive", "none, as installed with --no-archive: starts take longer");
    }
  }

  private static String trial(KernelSpec spec, Path folder) throws InstallException {
    long start = System.nanoTime();
    String result =
        Rehearsal.trial(spec.command(folder, Path.of("{connection_file}")), spec.environment());
    if (!"2".equals(result)) {
      throw new InstallException.KernelFailed("1+1 gave " + result, null);
    }
    return String.format("1+1 is 2, start and stop in %.1f s", (System.nanoTime() - start) / 1e9);
  }

  private List<Path> kernels(Options options) throws InstallException {
    if (options.place() != Options.Place.USER) {
      return List.of(new Installation(options, folders, out).folder());
    }
    List<Path> found = new ArrayList<>();
    for (Path data : folders.all()) {
      Path kernels = data.resolve("kernels");
      if (Files.isDirectory(kernels)) {
        try (DirectoryStream<Path> each = Files.newDirectoryStream(kernels)) {
          for (Path folder : each) {
            if (Files.exists(folder.resolve(Installation.JAR))) {
              found.add(folder);
            }
          }
        } catch (IOException e) {
          bad("folder", kernels + ": " + e);
        }
      }
    }
    return found;
  }

  private static String describe(Jdk jdk) {
    return "Java " + jdk.version() + " at " + jdk.home();
  }

  private interface Finding {
    String look() throws InstallException;
  }

  private void check(String what, Finding finding) {
    try {
      good(what, finding.look());
    } catch (InstallException e) {
      bad(what, String.valueOf(e.getMessage()));
    }
  }

  private void good(String what, String detail) {
    out.printf("  ok   %-10s %s%n", what, detail);
  }

  private void bad(String what, String detail) {
    complaints++;
    out.printf("  bad  %-10s %s%n", what, detail);
  }
}
