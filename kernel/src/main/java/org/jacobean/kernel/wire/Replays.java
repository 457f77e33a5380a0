package org.jacobean.kernel.wire;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

/** Remembers the last signatures, so that a recorded message is not taken a second time. */
final class Replays {
  private static final int GENERATION = 1 << 15;

  private Set<Long> recent = new HashSet<>();
  private Set<Long> older = Set.of();

  /** Whether this signature is new; the first 16 hexadecimal digits tell signatures apart. */
  boolean firstSeen(byte[] signature) {
    if (signature.length < Long.BYTES * 2) {
      return true;
    }
    ByteBuffer digits = ByteBuffer.wrap(signature);
    long mark = digits.getLong() * 31 + digits.getLong();
    if (older.contains(mark) || !recent.add(mark)) {
      return false;
    }
    if (recent.size() >= GENERATION) {
      older = recent;
      recent = new HashSet<>();
    }
    return true;
  }
}
