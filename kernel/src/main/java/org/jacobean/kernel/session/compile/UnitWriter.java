package org.jacobean.kernel.session.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jacobean.kernel.session.compile.SourceUnit.Piece;
import org.jacobean.kernel.session.read.CellText;
import org.jacobean.kernel.session.read.Snippet.MagicLine;
import org.jacobean.kernel.session.read.Snippet.Span;

/**
 * Writes a unit so that each line of a cell keeps its number: line tables, stack traces and
 * debuggers then speak of the cell without translation.
 */
public final class UnitWriter {
  private final String className;
  private final CellText cell;
  private final BiFunction<CellText, MagicLine, String> magicCall;
  private final StringBuilder text = new StringBuilder();
  private final List<Piece> pieces = new ArrayList<>();
  private int line = 1;

  public UnitWriter(
      String className, CellText cell, BiFunction<CellText, MagicLine, String> magicCall) {
    this.className = className;
    this.cell = cell;
    this.magicCall = magicCall;
  }

  /** Text of our own, without line breaks. */
  public UnitWriter raw(String code) {
    text.append(code);
    return this;
  }

  /** Moves down to the line a stretch of the cell lies on, if not there yet. */
  public UnitWriter onLineOf(Span span) {
    int wanted = cell.line(span.start());
    while (line < wanted) {
      text.append('\n');
      line++;
    }
    return this;
  }

  /** A stretch of the cell, word by word; magics within it become calls. */
  public UnitWriter copy(Span span) {
    int at = span.start();
    for (MagicLine magic : cell.inline().subMap(span.start(), span.end()).values()) {
      verbatim(at, magic.span().start());
      text.append(magicCall.apply(cell, magic));
      at = magic.span().end();
    }
    verbatim(at, span.end());
    return this;
  }

  /** The same with some stretches left out. */
  public UnitWriter copyWithout(Span span, List<Span> dropped) {
    int at = span.start();
    for (Span gap : dropped) {
      copy(new Span(at, gap.start()));
      text.append(" ");
      at = gap.end();
    }
    return copy(new Span(at, span.end()));
  }

  private void verbatim(int start, int end) {
    if (end > start) {
      String part = cell.java().substring(start, end);
      pieces.add(new Piece(text.length(), text.length() + part.length(), cell, start));
      text.append(part);
      line += (int) part.chars().filter(c -> c == '\n').count();
    }
  }

  public SourceUnit unit() {
    return new SourceUnit(className, cell.label(), text.toString(), List.copyOf(pieces));
  }
}
