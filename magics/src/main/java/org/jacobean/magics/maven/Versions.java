package org.jacobean.magics.maven;

import java.util.List;
import org.eclipse.aether.util.version.GenericVersionScheme;
import org.eclipse.aether.version.InvalidVersionSpecificationException;
import org.eclipse.aether.version.Version;

/** Choices among the versions of one library. */
final class Versions {
  private static final int NEIGHBOURS = 2;

  private Versions() {}

  /** The newest that calls itself neither snapshot nor preview; else the newest of all. */
  static String newestRelease(List<Version> oldestFirst) {
    return oldestFirst.stream()
        .map(Version::toString)
        .filter(
            version ->
                !version.matches("(?i).*(snapshot|alpha|beta|preview|[-.](rc|cr|m|ea|b)\\d*).*"))
        .reduce((first, second) -> second)
        .orElse(oldestFirst.get(oldestFirst.size() - 1).toString());
  }

  /** Those just below and above the version somebody asked for. */
  static List<String> around(String wanted, List<Version> oldestFirst) {
    int place = place(wanted, oldestFirst);
    return oldestFirst
        .subList(Math.max(0, place - NEIGHBOURS), Math.min(oldestFirst.size(), place + NEIGHBOURS))
        .stream()
        .map(Version::toString)
        .toList();
  }

  private static int place(String wanted, List<Version> oldestFirst) {
    try {
      Version version = new GenericVersionScheme().parseVersion(wanted);
      return (int) oldestFirst.stream().filter(known -> known.compareTo(version) < 0).count();
    } catch (InvalidVersionSpecificationException e) {
      return oldestFirst.size();
    }
  }
}
