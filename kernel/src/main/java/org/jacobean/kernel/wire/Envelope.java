package org.jacobean.kernel.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Frames of the wire to messages and back: framing, signature, replays. One thread's. */
final class Envelope {
  private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
  private static final String VERSION = "5.5";

  private final Signature signature;
  private final Replays replays = new Replays();
  private final String session = UUID.randomUUID().toString();
  private final byte[] headerTail;
  private long sent;

  Envelope(Signature signature) {
    this.signature = signature;
    String user = System.getProperty("user.name", "kernel");
    String names =
        new String(Json.write(Json.object("session", session, "username", user)), UTF8)
            .substring(1);
    this.headerTail = (",\"version\":\"" + VERSION + "\"," + names).getBytes(UTF8);
  }

  private static final java.nio.charset.Charset UTF8 = StandardCharsets.UTF_8;

  Message open(Channel channel, List<byte[]> frames) throws WireException {
    int at = 0;
    while (at < frames.size() && !Arrays.equals(frames.get(at), DELIMITER)) {
      at++;
    }
    if (frames.size() < at + 6) {
      throw new WireException.Malformed(
          "A message of " + frames.size() + " frames lacks its delimiter or some of its parts");
    }
    List<byte[]> signed = frames.subList(at + 2, at + 6);
    check(frames.get(at + 1), signed);
    Map<String, @Nullable Object> header = Json.read(signed.get(0));
    if (!(header.get("msg_type") instanceof String) || !(header.get("msg_id") instanceof String)) {
      throw new WireException.Malformed("A message's header lacks msg_type or msg_id");
    }
    return new Message(
        channel,
        List.copyOf(frames.subList(0, at)),
        signed.get(0),
        header,
        Json.read(signed.get(2)),
        Json.read(signed.get(3)),
        List.copyOf(frames.subList(at + 6, frames.size())));
  }

  private void check(byte[] claimed, List<byte[]> signed) throws WireException {
    if (!signature.verify(claimed, signed)) {
      throw new WireException.Forged(
          "A message's signature does not fit the connection file's key");
    }
    if (signature.signs() && !replays.firstSeen(claimed)) {
      throw new WireException.Replayed("A message came a second time");
    }
  }

  List<byte[]> seal(Outgoing message) {
    List<byte[]> signed =
        List.of(header(message.type()), message.parent(), message.metadata(), message.content());
    List<byte[]> frames =
        new ArrayList<>(message.identities().size() + 6 + message.buffers().size());
    frames.addAll(message.identities());
    frames.add(DELIMITER);
    frames.add(signature.sign(signed));
    frames.addAll(signed);
    frames.addAll(message.buffers());
    return frames;
  }

  /** jupyter_client reads at most six digits of a second. */
  private byte[] header(String type) {
    String head =
        "{\"msg_id\":\""
            + session
            + '_'
            + ++sent
            + "\",\"msg_type\":\""
            + type
            + "\",\"date\":\""
            + Instant.now().truncatedTo(ChronoUnit.MICROS)
            + '"';
    byte[] start = head.getBytes(UTF8);
    byte[] whole = Arrays.copyOf(start, start.length + headerTail.length);
    System.arraycopy(headerTail, 0, whole, start.length, headerTail.length);
    return whole;
  }
}
