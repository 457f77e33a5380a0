package org.jacobean.install;

import java.nio.file.Path;
import java.util.List;

/**
 * The file with classes ready to use that halves the kernel's start: a dynamic class-data-sharing
 * archive, or from 25 on an ahead-of-time cache (JEP 483, 514 and 515), which also keeps profiles.
 * Bound to one JDK and one jar; the JVM goes on without when they do not match.
 *
 * @param file where it is
 * @param version of the JDK
 */
record Archive(Path file, int version) {
  private static final int FIRST_WITH_AOT_CACHE = 25;

  /** The archive of a JDK beside the jar that it is for. */
  static Archive beside(Path jar, Jdk jdk) {
    String suffix = jdk.version() < FIRST_WITH_AOT_CACHE ? ".jsa" : ".aot";
    return new Archive(jar.resolveSibling("start-" + jdk.version() + suffix), jdk.version());
  }

  List<String> whenUsed() {
    return ahead()
        ? List.of("-XX:AOTCache=" + file, "-Xlog:aot=off", "-Xlog:cds=off")
        : List.of("-XX:SharedArchiveFile=" + file, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
  }

  List<String> whenMade() {
    return ahead()
        ? List.of("-XX:AOTCacheOutput=" + file, "-Xlog:aot=off", "-Xlog:cds=off")
        : List.of("-XX:ArchiveClassesAtExit=" + file, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
  }

  private boolean ahead() {
    return version >= FIRST_WITH_AOT_CACHE;
  }
}
