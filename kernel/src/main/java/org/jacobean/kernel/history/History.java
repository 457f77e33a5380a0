package org.jacobean.kernel.history;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The history of this session and the ones before. Cells are noted at once and written a little
 * later; while the file cannot be used, the history of this session is kept in memory.
 */
public final class History implements AutoCloseable {
  private static final long DELAY_MILLIS = 3000;
  private static final int LONGEST_OUTPUT = 10_000;

  private final Path file;
  private final Consumer<String> warn;
  private final Recent recent = new Recent();
  private final Object storage = new Object();
  private @Nullable HistoryFile open;
  private volatile boolean unusable;
  private boolean writing;

  /** Opens nothing yet; warnings say why a file cannot be used. */
  public History(Path file, Consumer<String> warn) {
    this.file = file;
    this.warn = warn;
  }

  /** A cell is run. */
  public void ran(int line, String source) {
    recent.add(line, source);
    writeSoon();
  }

  /** It showed something. */
  public void showed(int line, String source, String output) {
    recent.complete(line, source, output.substring(0, Math.min(output.length(), LONGEST_OUTPUT)));
    writeSoon();
  }

  /** The thread ends when all is written, so that an idle kernel keeps none. */
  private synchronized void writeSoon() {
    if (!writing && !unusable) {
      writing = true;
      Thread writer = new Thread(null, this::writeLater, "jacobean-history", 0, false);
      writer.setDaemon(true);
      writer.start();
    }
  }

  private void writeLater() {
    try {
      Thread.sleep(DELAY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (this) {
      writing = false;
    }
    synchronized (storage) {
      try {
        write(open());
      } catch (OutOfMemoryError e) {
        // a cell has filled the heap: with the next cell, then
      }
    }
  }

  private void write(@Nullable HistoryFile store) {
    List<HistoryEntry> entries = recent.all();
    if (store == null || entries.isEmpty()) {
      return;
    }
    try {
      store.write(entries);
      recent.written(entries);
    } catch (SQLException e) {
      giveUp(e);
    }
  }

  private @Nullable HistoryFile open() {
    if (open == null && !unusable) {
      try {
        open = new HistoryFile(file);
      } catch (SQLException | IOException | LinkageError e) {
        giveUp(e);
      }
    }
    return unusable ? null : open;
  }

  private void giveUp(Throwable why) {
    unusable = true;
    warn.accept("The history is kept in memory only: " + file + " cannot be used (" + why + ")");
  }

  private interface Query {
    List<HistoryEntry> of(HistoryFile file) throws SQLException;
  }

  private List<HistoryEntry> ask(Query query, Predicate<HistoryEntry> otherwise, int most) {
    synchronized (storage) {
      HistoryFile store = open();
      write(store);
      if (store != null && !unusable) {
        try {
          return query.of(store);
        } catch (SQLException e) {
          giveUp(e);
        }
      }
      List<HistoryEntry> kept = recent.all().stream().filter(otherwise).toList();
      return most < 0 ? kept : kept.subList(Math.max(0, kept.size() - most), kept.size());
    }
  }

  /** The last cells, of whatever session. */
  public List<HistoryEntry> tail(int count) {
    return ask(store -> store.tail(count), entry -> true, count);
  }

  /**
   * Cells of one session.
   *
   * @param session 0 for this one, −1 for the one before it, else a session's number
   * @param from the first line
   * @param to the line after the last
   */
  public List<HistoryEntry> range(int session, int from, int to) {
    return ask(
        store -> store.range(session <= 0 ? store.session() + session : session, from, to),
        entry -> session == 0 && entry.line() >= from && entry.line() < to,
        -1);
  }

  /** The last cells that fit a pattern with {@code *}, {@code ?} and {@code [a-z]}; −1 for all. */
  public List<HistoryEntry> search(String glob, int count, boolean unique) {
    return ask(store -> store.search(glob, count, unique), entry -> false, count);
  }

  /** Writes what is left. */
  @Override
  public void close() {
    synchronized (storage) {
      if (open == null && recent.isEmpty()) {
        return;
      }
      HistoryFile store = open();
      write(store);
      unusable = true;
      try {
        if (store != null) {
          store.close();
        }
      } catch (SQLException e) {
        warn.accept("The history did not close: " + e);
      }
    }
  }
}
