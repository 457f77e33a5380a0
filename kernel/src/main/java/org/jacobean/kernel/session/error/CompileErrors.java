package org.jacobean.kernel.session.error;

import java.util.ArrayList;
import java.util.List;
import org.jacobean.kernel.session.compile.Problem;
import org.jacobean.kernel.session.compile.SourceUnit.Place;
import org.jacobean.kernel.session.read.CellText;

/** Shows what the compiler objects to under the line it objects to. */
public final class CompileErrors {
  private static final int MOST = 10;

  private CompileErrors() {}

  /** The lines to print. */
  public static List<String> lines(List<Problem> problems) {
    List<String> lines = new ArrayList<>();
    for (Problem problem : problems.subList(0, Math.min(MOST, problems.size()))) {
      lines.addAll(lines(problem));
    }
    if (problems.size() > MOST) {
      lines.add("… and " + (problems.size() - MOST) + " more");
    }
    return lines;
  }

  private static List<String> lines(Problem problem) {
    List<String> lines = new ArrayList<>();
    Place place = problem.place();
    List<String> message = problem.message().lines().map(String::stripTrailing).toList();
    if (place == null) {
      lines.add(Ink.RED.of(message.get(0)));
    } else {
      CellText cell = place.cell();
      int start = place.span().start();
      lines.add(
          Ink.BLUE.of(cell.label() + ", line " + cell.line(start) + ": ")
              + Ink.RED.of(message.get(0)));
      lines.addAll(source(cell, start, place.span().end()));
    }
    message.stream().skip(1).map(line -> Ink.FAINT.of(line)).forEach(lines::add);
    return lines;
  }

  /** The line with its arrow below. */
  public static List<String> source(CellText cell, int start, int end) {
    String text = cell.lineText(cell.line(start));
    int column = Math.min(cell.column(start), text.length());
    int length = Math.max(1, Math.min(end - start, text.length() - column));
    String indent = text.substring(0, column).replaceAll("[^\\t]", " ");
    return List.of("  " + text, "  " + indent + Ink.RED.of("^".repeat(length)));
  }
}
