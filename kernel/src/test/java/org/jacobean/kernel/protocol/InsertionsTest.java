package org.jacobean.kernel.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.jacobean.kernel.session.Session.Completions.Item;
import org.junit.jupiter.api.Test;

class InsertionsTest {
  private static List<String> insertions(String... texts) {
    return Insertions.of(Stream.of(texts).map(text -> new Item(text, "method", "")).toList());
  }

  @Test
  void matchesThatPartBeforeTheirParenthesisAreTypedAsTheyAre() {
    assertEquals(List.of("abs(", "acos("), insertions("abs(", "acos("));
    assertEquals(List.of("size()", "sizes"), insertions("size()", "sizes"));
    assertEquals(List.of(), insertions());
  }

  @Test
  void whatAllBeginWithNeverHoldsAParenthesis() {
    assertEquals(List.of("println", "println()"), insertions("println(", "println()"));
    assertEquals(List.of("println()", "println"), insertions("println()", "println("));
    assertEquals(List.of("cbrt"), insertions("cbrt("));
    assertEquals(List.of("size"), insertions("size()"));
  }
}
