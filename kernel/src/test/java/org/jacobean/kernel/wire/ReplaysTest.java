package org.jacobean.kernel.wire;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReplaysTest {
  @Test
  void theLastThirtyThousandSignaturesAreRemembered() {
    Replays replays = new Replays();
    for (int i = 0; i < 100_000; i++) {
      assertTrue(replays.firstSeen(signature(i)));
    }
    for (int i = 70_000; i < 100_000; i++) {
      assertFalse(replays.firstSeen(signature(i)));
    }
  }

  private static byte[] signature(int i) {
    return "%016x%048x".formatted(i * 0x9E3779B97F4A7C15L, i).getBytes(StandardCharsets.US_ASCII);
  }
}
