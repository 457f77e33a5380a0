package org.jacobean.kernel.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the connection file says.
 *
 * @param transport {@code tcp} or {@code ipc}
 * @param address the IP address, or for ipc the path that port numbers are appended to
 * @param ports of the five channels
 * @param scheme such as {@code hmac-sha256}
 * @param key the shared secret; empty means unsigned
 */
public record Connection(
    String transport, String address, Map<Channel, Integer> ports, String scheme, String key) {

  public static Connection read(Path file) throws WireException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new WireException.BadConnection(
          "The connection file " + file + " cannot be read (" + e.getMessage() + ")");
    }
    return parse(bytes);
  }

  static Connection parse(byte[] bytes) throws WireException {
    Map<String, @Nullable Object> json = Json.read(bytes);
    Map<Channel, Integer> ports = new EnumMap<>(Channel.class);
    for (Channel channel : Channel.values()) {
      ports.put(channel, port(json, channel));
    }
    return new Connection(
        text(json, "transport", "tcp"),
        text(json, "ip", "127.0.0.1"),
        Map.copyOf(ports),
        text(json, "signature_scheme", "hmac-sha256"),
        text(json, "key", ""));
  }

  private static int port(Map<String, @Nullable Object> json, Channel channel)
      throws WireException.BadConnection {
    if (json.get(channel.portKey()) instanceof Number port
        && port.intValue() >= 0
        && port.intValue() <= 65535) {
      return port.intValue();
    }
    throw new WireException.BadConnection(
        "The connection file's " + channel.portKey() + " is missing or no port number");
  }

  private static String text(Map<String, @Nullable Object> json, String key, String otherwise) {
    return json.get(key) instanceof String text ? text : otherwise;
  }

  /** Where a channel's socket listens, as ZeroMQ writes it. */
  public String endpoint(Channel channel) {
    String separator = transport.equals("tcp") ? ":" : "-";
    return transport + "://" + address + separator + ports.get(channel);
  }
}
