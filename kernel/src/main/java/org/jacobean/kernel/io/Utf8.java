package org.jacobean.kernel.io;

/** Where a run of UTF-8 bytes may be divided. */
final class Utf8 {
  private Utf8() {}

  /** How many of the first bytes make whole characters; what is no UTF-8 at all counts as whole. */
  static int wholeCharacters(byte[] bytes, int count) {
    int start = count - 1;
    while (start >= 0 && start > count - 4 && (bytes[start] & 0xc0) == 0x80) {
      start--;
    }
    if (start < 0 || length(bytes[start]) <= count - start) {
      return count;
    }
    return start;
  }

  private static int length(byte lead) {
    int bits = lead & 0xff;
    if (bits >= 0xf0) {
      return 4;
    }
    if (bits >= 0xe0) {
      return 3;
    }
    return bits >= 0xc0 ? 2 : 1;
  }
}
