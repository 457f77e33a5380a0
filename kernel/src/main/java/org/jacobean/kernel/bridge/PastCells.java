package org.jacobean.kernel.bridge;

import java.util.List;
import java.util.Set;
import org.dflib.jjava.jupyter.kernel.history.HistoryEntry;
import org.dflib.jjava.jupyter.kernel.history.HistoryManager;
import org.jacobean.kernel.history.History;

/** Our history as jjava asks for it. */
final class PastCells implements HistoryManager {
  private final History history;

  PastCells(History history) {
    this.history = history;
  }

  @Override
  public List<HistoryEntry> lookupRange(int session, int from, int to, Set<ResultFlag> flags) {
    return theirs(history.range(session, from, to));
  }

  @Override
  public List<HistoryEntry> lookupTail(int count, Set<ResultFlag> flags) {
    return theirs(history.tail(count));
  }

  @Override
  public List<HistoryEntry> search(String pattern, int count, Set<ResultFlag> flags) {
    return theirs(history.search(pattern, count, flags.contains(ResultFlag.UNIQUE)));
  }

  private static List<HistoryEntry> theirs(List<org.jacobean.kernel.history.HistoryEntry> entries) {
    return entries.stream()
        .map(e -> new HistoryEntry(e.session(), e.line(), e.source(), e.output()))
        .toList();
  }
}
