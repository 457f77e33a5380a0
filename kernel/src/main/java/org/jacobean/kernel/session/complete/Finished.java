package org.jacobean.kernel.session.complete;

import java.util.List;
import java.util.function.Predicate;
import org.jacobean.kernel.session.compile.Problem;
import org.jacobean.kernel.session.read.CellText;
import org.jacobean.kernel.session.read.Cursor;
import org.jacobean.kernel.session.read.Token;
import org.jacobean.kernel.session.read.UnreadableCell;
import org.jspecify.annotations.Nullable;

/** Tells whether Enter should run a cell or begin a new line of it. */
public final class Finished {
  private static final String STEP = "    ";
  private final Analysis analysis;
  private final Predicate<String> magics;

  public Finished(Analysis analysis, Predicate<String> magics) {
    this.analysis = analysis;
    this.magics = magics;
  }

  public Verdict of(String source) {
    if (source.stripLeading().startsWith("%%")) {
      boolean done = source.endsWith("\n") || source.lines().count() == 1 && source.endsWith(" ");
      return done ? complete() : incomplete("");
    }
    Cursor end = Cursor.at(source + " ", source.length() + 1);
    if (!end.open().isEmpty()) {
      return end.dead() ? broken(source) : incomplete(indent(source, end.open().peek()));
    }
    return end.dead() && isOpenText(source) ? incomplete("") : parsed(source);
  }

  private static Verdict complete() {
    return new Verdict("complete", "");
  }

  private static Verdict incomplete(String indent) {
    return new Verdict("incomplete", indent);
  }

  /** A text block or comment goes on; a string cannot. */
  private static Verdict broken(String source) {
    return isOpenText(source) ? incomplete("") : new Verdict("invalid", "");
  }

  private static boolean isOpenText(String source) {
    List<Token> tokens = org.jacobean.kernel.session.read.Lexer.tokens(source);
    Token last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
    return last != null
        && last.kind() == Token.Kind.BROKEN
        && (last.text().startsWith("/*") || last.text().startsWith("\"\"\""));
  }

  private static String indent(String source, @Nullable Token opener) {
    int at = opener == null ? 0 : opener.start();
    return lineIndent(source, at) + STEP;
  }

  private static String lineIndent(String source, int offset) {
    int start = source.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
    int end = start;
    while (end < source.length() && (source.charAt(end) == ' ' || source.charAt(end) == '\t')) {
      end++;
    }
    return source.substring(start, end);
  }

  private Verdict parsed(String source) {
    CellText cell = CellText.of("cell", source, magics);
    try {
      List<Problem> problems = analysis.parse(cell);
      if (problems.isEmpty()) {
        return complete();
      }
      boolean atEnd = problems.stream().allMatch(p -> isAtEnd(p, cell));
      return atEnd
          ? incomplete(lineIndent(source, source.length()) + STEP)
          : new Verdict("invalid", "");
    } catch (UnreadableCell unreadable) {
      return new Verdict("invalid", "");
    }
  }

  /** More text could mend what the parser misses at the very end. */
  private static boolean isAtEnd(Problem problem, CellText cell) {
    return problem.place() == null
        || problem.place().span().start() >= cell.java().stripTrailing().length();
  }
}
