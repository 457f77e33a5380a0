package org.jacobean.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One kernel in one of Jupyter's folders: {@code kernel.json}, the jar, the logos and the start-up
 * archive together, so that removing the folder removes all of it.
 */
final class Installation {
  static final String JAR = "jacobean.jar";
  static final String CLASSPATH_VARIABLE = "JACOBEAN_CLASSPATH";
  private static final List<String> LOGOS =
      List.of("logo-svg.svg", "logo-64x64.png", "logo-32x32.png");

  private final Options options;
  private final JupyterFolders folders;
  private final PrintStream out;

  Installation(Options options, JupyterFolders folders, PrintStream out) {
    this.options = options;
    this.folders = folders;
    this.out = out;
  }

  Path folder() throws InstallException {
    Path data =
        switch (options.place()) {
          case USER -> folders.user();
          case SYS_PREFIX -> JupyterFolders.under(folders.activePrefix());
          case PREFIX ->
              JupyterFolders.under(folders.expand(Objects.requireNonNull(options.prefix())));
        };
    return data.resolve("kernels").resolve(options.name());
  }

  void install(Path ownJar) throws InstallException {
    Path folder = folder();
    Jdk jdk = jdk();
    JavaCommand command = new JavaCommand(jdk, folder.resolve(JAR), options.jvmArguments());
    Archive archive = Archive.beside(command.jar(), jdk);
    clear(folder, ownJar);
    try {
      Files.createDirectories(folder);
      copy(ownJar, command.jar());
      for (String logo : LOGOS) {
        copyLogo(logo, folder);
      }
      Files.writeString(folder.resolve(KernelSpec.FILE), spec(command, archive).json());
    } catch (IOException e) {
      throw new InstallException.BadTarget(
          "Cannot write to "
              + folder
              + " ("
              + e
              + ").\nChoose another place with --user or --prefix PATH.",
          e);
    }
    out.println("Installed " + options.displayName() + " as " + folder);
    out.println("  runs on Java " + jdk.version() + " at " + jdk.home());
    if (options.archive()) {
      makeArchive(command, archive);
    }
  }

  /** An archive alone, for a jar that another way of installing has put in place. */
  void makeArchive(Path jar) throws InstallException {
    Jdk jdk = jdk();
    Path file = folders.expand(Objects.requireNonNull(options.archiveFile()));
    makeArchive(
        new JavaCommand(jdk, jar, options.jvmArguments()), new Archive(file, jdk.version()));
  }

  private void makeArchive(JavaCommand command, Archive archive) throws InstallException {
    long start = System.nanoTime();
    Rehearsal.make(command, archive, environment());
    out.printf(
        "  made its start-up archive in %.1f s (%d MB)%n",
        (System.nanoTime() - start) / 1e9, megabytes(archive.file()));
  }

  void uninstall() throws InstallException {
    Path folder = folder();
    if (!Files.isRegularFile(folder.resolve(KernelSpec.FILE))) {
      throw new InstallException.BadTarget(
          "There is no kernel "
              + options.name()
              + " at "
              + folder
              + "; --doctor lists what there is.",
          null);
    }
    requireOurs(folder);
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new InstallException.BadTarget("Cannot remove " + folder + " (" + e + ").", e);
    }
    out.println("Removed " + folder);
  }

  private Jdk jdk() throws InstallException {
    String told = options.jdk();
    return told == null ? Jdk.running() : Jdk.at(folders.expand(told));
  }

  private KernelSpec spec(JavaCommand command, Archive archive) {
    List<String> words = options.archive() ? command.starting(archive) : command.starting();
    return new KernelSpec(words, options.displayName(), environment());
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>(options.environment());
    if (!options.classpath().isEmpty()) {
      String separator = java.io.File.pathSeparator;
      environment.put(
          CLASSPATH_VARIABLE,
          options.classpath().stream()
              .flatMap(paths -> List.of(paths.split(separator)).stream())
              .map(path -> folders.expand(path).toString())
              .collect(Collectors.joining(separator)));
    }
    return environment;
  }

  private void clear(Path folder, Path ownJar) throws InstallException {
    if (!Files.exists(folder)) {
      return;
    }
    if (!options.replace()) {
      throw new InstallException.BadTarget(
          "There is already a kernel at "
              + folder
              + ".\nReplace it with --replace, or choose another --name.",
          null);
    }
    requireOurs(folder);
    try {
      if (!ownJar.startsWith(folder)) {
        Folders.delete(folder);
      }
    } catch (IOException e) {
      throw new InstallException.BadTarget(
          "Cannot replace " + folder + " (" + e + ").\nIs a notebook still running on it?", e);
    }
  }

  /** Deleting a folder of somebody else's because of a typing mistake would be unkind. */
  private static void requireOurs(Path folder) throws InstallException {
    if (!Files.exists(folder.resolve(JAR)) && Files.exists(folder.resolve(KernelSpec.FILE))) {
      throw new InstallException.BadTarget(
          folder + " holds a kernel of another kind; remove it with jupyter kernelspec uninstall.",
          null);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    if (!Files.exists(to) || !Files.isSameFile(from, to)) {
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void copyLogo(String logo, Path folder) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Installation.class.getResourceAsStream("logos/" + logo), logo)) {
      Files.copy(in, folder.resolve(logo), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static long megabytes(Path file) {
    try {
      return Files.size(file) >> 20;
    } catch (IOException missing) {
      return 0;
    }
  }
}
