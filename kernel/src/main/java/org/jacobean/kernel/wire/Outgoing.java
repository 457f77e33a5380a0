package org.jacobean.kernel.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message to send.
 *
 * @param channel where to
 * @param identities whom to; on IOPub the topic
 * @param type the protocol's word
 * @param parent the header it answers, as bytes; {@code {}} for none
 * @param metadata as JSON bytes
 * @param content as JSON bytes, made on the sender's thread
 * @param buffers binary data; must not change any more
 */
public record Outgoing(
    Channel channel,
    List<byte[]> identities,
    String type,
    byte[] parent,
    byte[] metadata,
    byte[] content,
    List<byte[]> buffers) {

  /** The empty JSON object. */
  public static final byte[] NOTHING = {'{', '}'};

  /** An answer to whoever sent the request, on the channel it came in. */
  public static Outgoing reply(
      Message request, String type, Map<String, @Nullable Object> content) {
    return reply(request, type, content, Map.of());
  }

  public static Outgoing reply(
      Message request,
      String type,
      Map<String, @Nullable Object> content,
      Map<String, ? extends @Nullable Object> metadata) {
    byte[] about = metadata.isEmpty() ? NOTHING : Json.write(metadata);
    return new Outgoing(
        request.channel(),
        request.identities(),
        type,
        request.headerBytes(),
        about,
        Json.write(content),
        List.of());
  }

  /** News for every front end. */
  public static Outgoing publish(String type, byte[] parent, @Nullable Object content) {
    return publish(type, parent, content, Map.of(), List.of());
  }

  public static Outgoing publish(
      String type,
      byte[] parent,
      @Nullable Object content,
      Map<String, ? extends @Nullable Object> metadata,
      List<byte[]> buffers) {
    byte[] topic = type.getBytes(StandardCharsets.US_ASCII);
    byte[] about = metadata.isEmpty() ? NOTHING : Json.write(metadata);
    return new Outgoing(
        Channel.IOPUB, List.of(topic), type, parent, about, Json.write(content), buffers);
  }

  /** Roughly what it takes in memory. */
  public int size() {
    int size = 500 + parent.length + metadata.length + content.length;
    for (byte[] buffer : buffers) {
      size += buffer.length;
    }
    return size;
  }
}
