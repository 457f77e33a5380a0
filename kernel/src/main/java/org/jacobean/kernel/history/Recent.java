package org.jacobean.kernel.history;

import java.util.ArrayList;
import java.util.List;

/** Cells that are not in the file yet. Safe from any thread. */
final class Recent {
  private static final int MOST = 10_000;

  private final List<HistoryEntry> entries = new ArrayList<>();

  synchronized void add(int line, String source) {
    entries.add(new HistoryEntry(0, line, source, null));
    if (entries.size() > MOST) {
      entries.remove(0);
    }
  }

  /** The output of a cell; of one that was written already it is written with the cell again. */
  synchronized void complete(int line, String source, String output) {
    HistoryEntry whole = new HistoryEntry(0, line, source, output);
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i).line() == line) {
        entries.set(i, whole);
        return;
      }
    }
    entries.add(whole);
  }

  synchronized List<HistoryEntry> all() {
    return List.copyOf(entries);
  }

  synchronized void written(List<HistoryEntry> done) {
    entries.removeAll(done);
  }

  boolean isEmpty() {
    return all().isEmpty();
  }
}
