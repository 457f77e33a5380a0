package org.jacobean.kernel.zmtp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The opening of a connection: 64 bytes each way, then one READY command each way. */
final class Greeting {
  static final int SIZE = 64;
  private static final int VERSION_AT = 10;
  private static final int MECHANISM_AT = 12;

  private Greeting() {}

  static byte[] ours() {
    byte[] greeting = new byte[SIZE];
    greeting[0] = (byte) 0xff;
    greeting[9] = 0x7f;
    greeting[VERSION_AT] = 3; // 3.0: subscriptions come as messages, so XPUB needs no more commands
    byte[] mechanism = "NULL".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(mechanism, 0, greeting, MECHANISM_AT, mechanism.length);
    return greeting;
  }

  static void check(byte[] greeting) throws ProtocolException {
    if (greeting[0] != (byte) 0xff || (greeting[9] & 1) == 0 || greeting[VERSION_AT] < 3) {
      throw new ProtocolException("no ZMTP 3 greeting");
    }
    String mechanism =
        new String(greeting, MECHANISM_AT, 20, StandardCharsets.US_ASCII).replace("\0", "");
    if (!mechanism.equals("NULL")) {
      throw new ProtocolException("security mechanism " + mechanism + " instead of NULL");
    }
  }

  /** The body of a READY command. */
  static byte[] ready(String socketType) {
    byte[] type = socketType.getBytes(StandardCharsets.US_ASCII);
    byte[] start = "\5READY\13Socket-Type".getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(start.length + 4 + type.length)
        .put(start)
        .putInt(type.length)
        .put(type)
        .array();
  }

  /** The properties of a READY command; names as sent, values one char a byte. */
  static Map<String, String> properties(byte[] ready) throws ProtocolException {
    ByteBuffer in = ByteBuffer.wrap(ready);
    Map<String, String> properties = new LinkedHashMap<>();
    if (!text(in, 1).equals("READY")) {
      throw new ProtocolException("a command other than READY opens the connection");
    }
    while (in.hasRemaining()) {
      String name = text(in, 1);
      properties.put(name, text(in, 4));
    }
    return properties;
  }

  private static String text(ByteBuffer in, int lengthBytes) throws ProtocolException {
    if (in.remaining() < lengthBytes) {
      throw new ProtocolException("a command ends early");
    }
    int length = lengthBytes == 1 ? in.get() & 0xff : in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new ProtocolException("a command ends early");
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
