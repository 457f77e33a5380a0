package org.jacobean.kernel.session.error;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Shows an exception as its user should see it: the user's frames, with their source. */
public final class Traceback {
  private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$\\d+(?:\\$|\\.)?");
  private static final int MOST_FRAMES = 12;
  private static final int MOST_CAUSES = 5;

  private final Sources sources;
  private final List<String> lines = new ArrayList<>();
  private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private Traceback(Sources sources) {
    this.sources = sources;
  }

  /** The lines to print, colours included. */
  public static List<String> of(Throwable thrown, Sources sources) {
    Traceback traceback = new Traceback(sources);
    traceback.add(thrown, "", "");
    return traceback.lines;
  }

  /** The name of an exception's class as the user knows it. */
  public static String name(Throwable thrown) {
    return WRAPPER.matcher(thrown.getClass().getName()).replaceFirst("").replace('$', '.');
  }

  private void add(Throwable thrown, String relation, String indent) {
    seen.add(thrown);
    String message = message(thrown);
    lines.add(
        indent + relation + Ink.RED.of(name(thrown)) + (message == null ? "" : ": " + message));
    new Frames(thrown.getStackTrace(), sources)
        .lines(MOST_FRAMES).stream().map(line -> indent + line).forEach(lines::add);
    for (Throwable suppressed : thrown.getSuppressed()) {
      follow(suppressed, "Suppressed: ", indent + "  ");
    }
    if (thrown.getCause() != null) {
      follow(thrown.getCause(), "Caused by: ", indent);
    }
  }

  /** A user's getMessage may itself fail; that must not hide the exception. */
  private static @Nullable String message(Throwable thrown) {
    try {
      String message = thrown.getLocalizedMessage();
      return message == null ? null : WRAPPER.matcher(message).replaceAll("");
    } catch (Exception | StackOverflowError failing) {
      return "(its getMessage() failed: " + failing.getClass().getName() + ")";
    }
  }

  private void follow(Throwable other, String relation, String indent) {
    if (seen.contains(other)) {
      lines.add(indent + relation + name(other) + " (shown above)");
    } else if (seen.size() > MOST_CAUSES) {
      lines.add(indent + relation + name(other) + " …");
    } else {
      add(other, relation, indent);
    }
  }
}
