package org.jacobean.magics.general;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.Notebook;

/**
 * A path as users type it: {@code ~} is the home folder, relative paths start at the notebook's
 * folder, and {@code *}, {@code ?}, {@code **} and {@code {a,b}} match several files.
 */
public record UserPath(String typed, Path path) {

  /** Resolves what was typed; nothing needs to exist. */
  public static UserPath of(Notebook notebook, String typed) throws MagicException {
    String expanded = typed.replaceFirst("^~(?=$|[/\\\\])", home());
    try {
      Path path = notebook.directory().resolve(literalPart(expanded)).normalize();
      return new UserPath(expanded, path.toAbsolutePath());
    } catch (InvalidPathException e) {
      throw new MagicException(typed + " is not a path: " + e.getReason(), e);
    }
  }

  /** What the pattern matches, sorted; a path without wildcards matches itself if it exists. */
  public List<Path> matches() throws MagicException {
    if (!hasWildcard(typed)) {
      return Files.exists(path) ? List.of(path) : List.of();
    }
    PathMatcher matcher = matcher();
    try (Stream<Path> files = Files.walk(path, depth())) {
      return files.filter(file -> matcher.matches(path.relativize(file))).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  private PathMatcher matcher() throws MagicException {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + pattern());
    } catch (IllegalArgumentException e) {
      throw new MagicException(typed + " is not a file pattern: " + e.getMessage(), e);
    }
  }

  private static String home() {
    return java.util.regex.Matcher.quoteReplacement(System.getProperty("user.home"));
  }

  private static boolean hasWildcard(String typed) {
    return typed.matches(".*[*?\\[{].*");
  }

  /** The folders before the first wildcard: from there files are sought. */
  private static String literalPart(String typed) {
    if (!hasWildcard(typed)) {
      return typed;
    }
    String before = slashes(typed).replaceFirst("[*?\\[{].*", "");
    return before.substring(0, before.lastIndexOf('/') + 1);
  }

  private String pattern() {
    String all = slashes(typed);
    return all.substring(literalPart(typed).length());
  }

  private int depth() {
    return pattern().contains("**")
        ? 64
        : (int) pattern().chars().filter(c -> c == '/').count() + 1;
  }

  private static String slashes(String typed) {
    return System.getProperty("file.separator").equals("\\") ? typed.replace('\\', '/') : typed;
  }
}
