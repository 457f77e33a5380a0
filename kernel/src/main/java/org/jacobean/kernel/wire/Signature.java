package org.jacobean.kernel.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signs and checks the four JSON frames of a message. One thread's: it keeps one {@link Hmac}. */
final class Signature {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final @Nullable Hmac mac;

  /** An empty key means that nothing is signed, as the protocol has it. */
  Signature(String scheme, String key) throws WireException.BadConnection {
    this.mac = key.isEmpty() ? null : mac(scheme, key);
  }

  private static Hmac mac(String scheme, String key) throws WireException.BadConnection {
    try {
      return new Hmac(scheme.replaceFirst("^hmac-", ""), key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new WireException.BadConnection(
          "signature_scheme \"" + scheme + "\" in the connection file is not known to this JDK");
    }
  }

  boolean signs() {
    return mac != null;
  }

  /** The signature in lower-case hexadecimal; empty without a key. */
  byte[] sign(List<byte[]> frames) {
    if (mac == null) {
      return new byte[0];
    }
    byte[] digest = mac.of(frames);
    byte[] hex = new byte[2 * digest.length];
    for (int i = 0; i < digest.length; i++) {
      hex[2 * i] = HEX[(digest[i] >> 4) & 15];
      hex[2 * i + 1] = HEX[digest[i] & 15];
    }
    return hex;
  }

  /** Compares in constant time, so that a forger learns nothing from how long it takes. */
  boolean verify(byte[] claimed, List<byte[]> frames) {
    return mac == null || MessageDigest.isEqual(sign(frames), claimed);
  }
}
