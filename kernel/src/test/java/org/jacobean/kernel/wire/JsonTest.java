package org.jacobean.kernel.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
  private static String written(Object value) {
    return new String(Json.write(value), StandardCharsets.UTF_8);
  }

  @Test
  void allKindsOfValuesGoOutAndComeBack() throws Exception {
    Map<String, Object> value =
        Json.object(
            "text",
            "ä\uD83D\uDE00\n\"",
            "int",
            1,
            "long",
            1L << 40,
            "double",
            0.5,
            "yes",
            true,
            "none",
            null,
            "list",
            Arrays.asList(1, null, "x"),
            "map",
            Map.of("k", List.of()));
    Map<String, Object> back = Json.read(Json.write(value));
    assertEquals(value.toString(), back.toString());
  }

  @Test
  void whatJsonDoesNotHaveIsWrittenAsNullOrText() {
    assertEquals("[null,null]", written(List.of(Double.NaN, Float.POSITIVE_INFINITY)));
    assertEquals("\"[1]\"", written(new StringBuilder("[1]")));
    assertEquals("{\"a\":[1]}", written(Map.of("a", new Json.Raw("[1]"))));
  }

  @Test
  void whatIsNoObjectIsRefused() {
    for (String text :
        List.of("", "[]", "{", "{\"a\"", "{\"a\":}", "nul", "{\"a\":1e999999999x}")) {
      assertThrows(
          WireException.Malformed.class,
          () -> Json.read(text.getBytes(StandardCharsets.UTF_8)),
          text);
    }
  }

  @Test
  void aThousandfoldNestingIsRefusedNotOverflowed() {
    String deep = "{\"a\":" + "[".repeat(100_000);
    assertThrows(
        WireException.Malformed.class, () -> Json.read(deep.getBytes(StandardCharsets.UTF_8)));
  }
}
