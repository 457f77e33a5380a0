package org.jacobean.install;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line that starts a kernel's JVM.
 *
 * @param jdk whose {@code java}
 * @param jar the self-contained jar
 * @param arguments the user's own JVM arguments, which come last and so win
 */
record JavaCommand(Jdk jdk, Path jar, List<String> arguments) {

  /** What every kernel is started with; docs/benchmarks.md has the measurements behind it. */
  private static final List<String> ALWAYS = List.of("-ea", "-Xms24m", "-Dfile.encoding=UTF-8");

  /** With the start-up archive, when there will be one. */
  List<String> starting(Archive archive) {
    return with(archive.whenUsed());
  }

  /** Where no archive is wanted. */
  List<String> starting() {
    return with(List.of());
  }

  /** As {@link #starting(Archive)}, and the archive is written when the kernel ends. */
  List<String> recording(Archive archive) {
    return with(archive.whenMade());
  }

  private List<String> with(List<String> archiveArguments) {
    List<String> words = new ArrayList<>();
    words.add(jdk.java().toString());
    words.addAll(ALWAYS);
    words.addAll(collector());
    words.addAll(archiveArguments);
    words.addAll(arguments);
    words.addAll(List.of("-jar", jar.toString(), "{connection_file}"));
    return List.copyOf(words);
  }

  /** The JVM refuses to start with two collectors, so the user's choice replaces ours. */
  private List<String> collector() {
    boolean told = arguments.stream().anyMatch(word -> word.matches("-XX:\\+Use\\w+GC"));
    return told ? List.of() : List.of("-XX:+UseSerialGC");
  }
}
