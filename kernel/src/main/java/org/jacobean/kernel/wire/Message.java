package org.jacobean.kernel.wire;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message that a client sent, checked and read.
 *
 * @param channel where it came in
 * @param identities whom a reply goes to
 * @param headerBytes the header as sent; it becomes the parent header of all that answers it
 * @param header the same, read
 * @param metadata the client's
 * @param content what the type says it holds
 * @param buffers binary data, not copied
 */
public record Message(
    Channel channel,
    List<byte[]> identities,
    byte[] headerBytes,
    Map<String, @Nullable Object> header,
    Map<String, @Nullable Object> metadata,
    Map<String, @Nullable Object> content,
    List<byte[]> buffers) {

  public String type() {
    return Objects.toString(header.get("msg_type"), "");
  }

  public String id() {
    return Objects.toString(header.get("msg_id"), "");
  }

  /** The subshell it is meant for; null for the main shell. */
  public @Nullable String subshell() {
    return header.get("subshell_id") instanceof String id ? id : null;
  }

  public String text(String key, String otherwise) {
    return content.get(key) instanceof String text ? text : otherwise;
  }

  public boolean flag(String key, boolean otherwise) {
    return content.get(key) instanceof Boolean flag ? flag : otherwise;
  }

  public int number(String key, int otherwise) {
    return content.get(key) instanceof Number number ? number.intValue() : otherwise;
  }

  /** An object in the content; empty when there is none. */
  @SuppressWarnings("unchecked") // JSON objects are read as such maps
  public Map<String, @Nullable Object> object(String key) {
    return content.get(key) instanceof Map<?, ?> map
        ? (Map<String, @Nullable Object>) map
        : Map.of();
  }
}
