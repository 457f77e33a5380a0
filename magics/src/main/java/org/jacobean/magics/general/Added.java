package org.jacobean.magics.general;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.Notebook;

/** Files that patterns match, put on the class path. */
final class Added {
  private Added() {}

  /**
   * Adds what the patterns match; gives the paths added.
   *
   * @param expand what to take of a match, such as the jars of a folder
   */
  static List<String> toClasspath(
      String magic, Notebook notebook, List<String> patterns, UnaryOperator<List<Path>> expand)
      throws MagicException {
    Set<Path> entries = new LinkedHashSet<>();
    for (String pattern : patterns) {
      List<Path> found = expand.apply(UserPath.of(notebook, pattern).matches());
      if (found.isEmpty()) {
        throw new MagicException(nothing(magic, notebook, pattern));
      }
      entries.addAll(found);
    }
    notebook.addToClasspath(new ArrayList<>(entries));
    return entries.stream().map(Path::toString).toList();
  }

  private static String nothing(String magic, Notebook notebook, String pattern)
      throws MagicException {
    Path path = UserPath.of(notebook, pattern).path();
    String why =
        Files.isDirectory(path) && !pattern.matches(".*[*?\\[{].*")
            ? "the folder "
                + path
                + " holds no jar. %classpath "
                + pattern
                + " adds a folder of classes"
            : "nothing matches "
                + pattern
                + ". Sought from "
                + (Files.exists(path) ? path : notebook.directory().toAbsolutePath().normalize());
    return magic + ": " + why;
  }
}
