package org.jacobean.kernel.wire;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The keyed digest of RFC 2104: H((k ⊕ opad) ‖ H((k ⊕ ipad) ‖ message)). {@code javax.crypto.Mac}
 * gives the same, but loads every security provider and policy of the JDK before the first message.
 */
final class Hmac {
  private static final byte INNER = 0x36;
  private static final byte OUTER = 0x5c;

  private final MessageDigest digest;
  private final byte[] inner;
  private final byte[] outer;

  /** For a digest by its name in Python's hashlib, such as {@code sha256}. */
  Hmac(String hash, byte[] key) throws NoSuchAlgorithmException {
    String name = hash.toUpperCase(Locale.ROOT);
    digest = MessageDigest.getInstance(name.replaceFirst("^SHA(\\d+)$", "SHA-$1"));
    byte[] padded = new byte[name.matches("SHA(384|512)") ? 128 : 64];
    byte[] fitting = key.length > padded.length ? digest.digest(key) : key;
    System.arraycopy(fitting, 0, padded, 0, fitting.length);
    inner = mixed(padded, INNER);
    outer = mixed(padded, OUTER);
  }

  private static byte[] mixed(byte[] key, byte pad) {
    byte[] mixed = Arrays.copyOf(key, key.length);
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] ^= pad;
    }
    return mixed;
  }

  byte[] of(List<byte[]> parts) {
    digest.update(inner);
    parts.forEach(digest::update);
    byte[] within = digest.digest();
    digest.update(outer);
    return digest.digest(within);
  }
}
