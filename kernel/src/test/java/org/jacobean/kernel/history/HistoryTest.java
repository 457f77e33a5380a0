package org.jacobean.kernel.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
  @TempDir Path folder;
  private final List<String> warnings = new ArrayList<>();

  private History open() {
    return new History(folder.resolve("sub/history.sqlite"), warnings::add);
  }

  private static List<String> sources(List<HistoryEntry> entries) {
    return entries.stream().map(HistoryEntry::source).toList();
  }

  @Test
  void whatOneSessionRanTheNextFinds() {
    try (History first = open()) {
      first.ran(1, "int x = 1;");
      first.ran(2, "x");
      first.showed(2, "x", "1");
    }
    try (History second = open()) {
      second.ran(1, "int y = 2;");
      assertEquals(List.of("x", "int y = 2;"), sources(second.tail(2)));
      assertEquals("1", second.tail(2).get(0).output());
      assertEquals(List.of("int x = 1;", "x"), sources(second.range(-1, 1, 3)));
      assertEquals(List.of("int y = 2;"), sources(second.range(0, 1, 100)));
      assertEquals(List.of("int x = 1;", "int y = 2;"), sources(second.search("int *", -1, false)));
    }
    assertEquals(List.of(), warnings);
  }

  @Test
  void uniqueKeepsTheLatestOfEachText() {
    try (History history = open()) {
      history.ran(1, "a");
      history.ran(2, "b");
      history.ran(3, "a");
      List<HistoryEntry> found = history.search("*", -1, true);
      assertEquals(List.of("b", "a"), sources(found));
      assertEquals(3, found.get(1).line());
      assertEquals(List.of("a"), sources(history.search("*", 1, true)));
    }
  }

  @Test
  void ofALongOutputTheStartIsKept() {
    try (History history = open()) {
      history.ran(1, "big");
      history.showed(1, "big", "x".repeat(1_000_000));
      assertEquals(10_000, history.tail(1).get(0).output().length());
    }
  }

  @Test
  void twoKernelsShareTheFile() {
    try (History one = open();
        History other = open()) {
      one.ran(1, "one");
      other.ran(1, "other");
      assertEquals(List.of("one"), sources(one.range(0, 1, 9)));
      assertEquals(List.of("other"), sources(other.range(0, 1, 9)));
      assertEquals(2, one.tail(10).size());
    }
  }

  @Test
  void nothingIsOpenedForASessionThatRanNothing() {
    open().close();
    assertTrue(Files.notExists(folder.resolve("sub")));
  }

  @Test
  void aFileThatCannotBeUsedLeavesTheSessionsOwnHistory() throws Exception {
    Files.writeString(folder.resolve("sub"), "a file where a folder should be");
    try (History history = open()) {
      history.ran(1, "a");
      history.ran(2, "b");
      assertEquals(List.of("b"), sources(history.tail(1)));
      assertEquals(List.of("a"), sources(history.range(0, 1, 2)));
    }
    assertEquals(1, warnings.size());
    assertTrue(warnings.get(0).contains("kept in memory only"), warnings.get(0));
  }

  @Test
  void theFileLiesWhereTheSystemKeepsSuchData() {
    Path home = Path.of("/home/u");
    assertEquals(
        Path.of("/home/u/.local/share/jacobean/history.sqlite"),
        HistoryPlace.of(Map.of(), "Linux", home));
    assertEquals(
        Path.of("/data/jacobean/history.sqlite"),
        HistoryPlace.of(Map.of("XDG_DATA_HOME", "/data"), "Linux", home));
    assertEquals(
        Path.of("/home/u/Library/Application Support/jacobean/history.sqlite"),
        HistoryPlace.of(Map.of(), "Mac OS X", home));
    assertEquals(
        Path.of("/h.sqlite"),
        HistoryPlace.of(Map.of("JACOBEAN_HISTORY", "/h.sqlite"), "Linux", home));
  }
}
