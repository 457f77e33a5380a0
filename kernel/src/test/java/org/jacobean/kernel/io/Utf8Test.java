package org.jacobean.kernel.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Utf8Test {
  @Test
  void aCharacterIsNeverCutInTwo() {
    String text = "aß€\uD83D\uDE00z";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int count = 0; count <= bytes.length; count++) {
      int whole = Utf8.wholeCharacters(bytes, count);
      String head = new String(bytes, 0, whole, StandardCharsets.UTF_8);
      assertEquals(head, text.substring(0, head.length()));
      assertEquals(true, count - whole < 4);
    }
  }

  @Test
  void bytesThatAreNoUtf8AreNotKeptBackForEver() {
    byte[] broken = {'a', (byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80};
    assertEquals(5, Utf8.wholeCharacters(broken, 5));
  }
}
