package org.jacobean.kernel.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

/** The SQLite file. One thread at a time. */
final class HistoryFile implements AutoCloseable {
  private static final String BUSY_MILLIS = "3000";
  private static final String[] SCHEMA = {
    "CREATE TABLE IF NOT EXISTS sessions (session INTEGER PRIMARY KEY AUTOINCREMENT,"
        + " start TIMESTAMP, end TIMESTAMP, num_cmds INTEGER, remark TEXT)",
    "CREATE TABLE IF NOT EXISTS history (session INTEGER, line INTEGER, source TEXT,"
        + " PRIMARY KEY (session, line))",
    "CREATE TABLE IF NOT EXISTS output_history (session INTEGER, line INTEGER, output TEXT,"
        + " PRIMARY KEY (session, line))",
  };
  private static final String SELECT =
      "SELECT h.session, h.line, h.source, o.output FROM history h"
          + " LEFT JOIN output_history o ON o.session = h.session AND o.line = h.line ";

  /** SQLite takes the plain column of the row that has the maximum. */
  private static final String LATEST_OF_ITS_TEXT =
      "AND h.rowid IN (SELECT id FROM (SELECT rowid AS id, MAX(session * 4294967296 + line)"
          + " FROM history GROUP BY source)) ";

  private final Connection connection;
  private final int session;

  /** Opens or creates the file, and a session of our own in it. */
  HistoryFile(Path file) throws SQLException, IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Properties options = new Properties();
    options.setProperty("busy_timeout", BUSY_MILLIS); // other kernels write to it too
    this.connection = new org.sqlite.JDBC().connect("jdbc:sqlite:" + file, options);
    try (Statement statement = connection.createStatement()) {
      for (String table : SCHEMA) {
        statement.executeUpdate(table);
      }
    }
    this.session = newSession();
  }

  private int newSession() throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO sessions (start) VALUES (?)", Statement.RETURN_GENERATED_KEYS)) {
      insert.setString(1, Instant.now().toString());
      insert.executeUpdate();
      try (ResultSet keys = insert.getGeneratedKeys()) {
        keys.next();
        return keys.getInt(1);
      }
    }
  }

  int session() {
    return session;
  }

  /** Writes cells and outputs of our session, all or none. */
  void write(List<HistoryEntry> entries) throws SQLException {
    connection.setAutoCommit(false);
    try {
      for (HistoryEntry entry : entries) {
        insert("history", entry.line(), entry.source());
        if (entry.output() != null) {
          insert("output_history", entry.line(), entry.output());
        }
      }
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private void insert(String table, int line, String text) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT OR REPLACE INTO " + table + " VALUES (?, ?, ?)")) {
      insert.setInt(1, session);
      insert.setInt(2, line);
      insert.setString(3, text);
      insert.executeUpdate();
    }
  }

  List<HistoryEntry> tail(int count) throws SQLException {
    return reversed(query("ORDER BY h.session DESC, h.line DESC LIMIT ?", count));
  }

  /** Lines from..to of a session, the last not among them. */
  List<HistoryEntry> range(int of, int from, int to) throws SQLException {
    return query(
        "WHERE h.session = ? AND h.line >= ? AND h.line < ? ORDER BY h.line", of, from, to);
  }

  List<HistoryEntry> search(String glob, int count, boolean unique) throws SQLException {
    String rest =
        "WHERE h.source GLOB ? "
            + (unique ? LATEST_OF_ITS_TEXT : "")
            + "ORDER BY h.session DESC, h.line DESC LIMIT ?";
    return reversed(query(rest, glob, count));
  }

  private static List<HistoryEntry> reversed(List<HistoryEntry> entries) {
    Collections.reverse(entries);
    return entries;
  }

  private List<HistoryEntry> query(String rest, Object... values) throws SQLException {
    List<HistoryEntry> entries = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(SELECT + rest)) {
      for (int i = 0; i < values.length; i++) {
        select.setObject(i + 1, values[i]);
      }
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          entries.add(
              new HistoryEntry(
                  rows.getInt(1), rows.getInt(2), rows.getString(3), rows.getString(4)));
        }
      }
    }
    return entries;
  }

  @Override
  public void close() throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE sessions SET end = ? WHERE session = ?")) {
      update.setString(1, Instant.now().toString());
      update.setInt(2, session);
      update.executeUpdate();
    } finally {
      connection.close();
    }
  }
}
