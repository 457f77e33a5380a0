package org.jacobean.kernel.session.compile;

import java.util.List;
import org.jacobean.kernel.session.read.CellText;
import org.jacobean.kernel.session.read.Snippet.Span;
import org.jspecify.annotations.Nullable;

/**
 * A generated compilation unit.
 *
 * @param className its one top-level class, without the package
 * @param label the file its code claims to come from: the cell's name
 * @param pieces which stretches were copied from which cell, in order
 */
public record SourceUnit(String className, String label, String text, List<Piece> pieces) {

  private static final int NEAR = 3;

  /** A stretch copied from a cell. */
  public record Piece(int start, int end, CellText cell, int cellStart) {}

  /** A place in a cell. */
  public record Place(CellText cell, Span span) {}

  /** Where in its cell a stretch of this unit came from; null for text nobody typed. */
  @Nullable Place place(int start, int end) {
    for (Piece piece : pieces) {
      if (start >= piece.start() && start <= piece.end()) {
        int from = piece.cellStart() + start - piece.start();
        int to = piece.cellStart() + Math.min(Math.max(end, start), piece.end()) - piece.start();
        return new Place(piece.cell(), new Span(from, to));
      }
    }
    return end(start);
  }

  /** What is missed just after a stretch is missed at its end. */
  private @Nullable Place end(int at) {
    Place found = null;
    for (Piece piece : pieces) {
      if (piece.end() <= at && at - piece.end() <= NEAR) {
        int end = piece.cellStart() + piece.end() - piece.start();
        found = new Place(piece.cell(), new Span(end, end));
      }
    }
    return found;
  }
}
