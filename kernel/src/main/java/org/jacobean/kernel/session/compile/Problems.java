package org.jacobean.kernel.session.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** Turns the compiler's diagnostics into problems that speak of cells. */
final class Problems {
  private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$\\w+\\.");
  private static final Pattern LOCATION =
      Pattern.compile("(?m)^\\s*location:\\s*class (REPL\\.)?\\$JShell\\$\\w+\\s*$");

  /** The packages of the JDK that every cell imports say nothing in a message. */
  private static final Pattern PACKAGE =
      Pattern.compile("\\bjava\\.(?:lang|util|util\\.function|util\\.stream|io)\\.(?=[A-Z])");

  private Problems() {}

  static List<Problem> of(DiagnosticCollector<JavaFileObject> found) {
    List<Problem> problems = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> diagnostic : found.getDiagnostics()) {
      if (JavaPass.isError(diagnostic)) {
        problems.add(new Problem(diagnostic.getCode(), message(diagnostic), place(diagnostic)));
      }
    }
    return problems;
  }

  private static SourceUnit.@Nullable Place place(Diagnostic<? extends JavaFileObject> diagnostic) {
    if (!(diagnostic.getSource() instanceof MemoryFiles.Source source)
        || diagnostic.getPosition() == Diagnostic.NOPOS) {
      return null;
    }
    int position = (int) diagnostic.getPosition();
    int start = (int) diagnostic.getStartPosition();
    int end = (int) diagnostic.getEndPosition();
    SourceUnit.Place whole = source.unit.place(start, end);
    return whole != null ? whole : source.unit.place(position, Math.max(position, end));
  }

  private static String message(Diagnostic<? extends JavaFileObject> diagnostic) {
    String message = Candidates.shortened(diagnostic.getMessage(Locale.ENGLISH));
    message = LOCATION.matcher(message).replaceAll("");
    message = WRAPPER.matcher(message).replaceAll("").strip();
    boolean ambiguous = diagnostic.getCode().contains("ambiguous");
    return ambiguous ? message : PACKAGE.matcher(message).replaceAll("");
  }
}
