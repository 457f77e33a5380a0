package org.jacobean.kernel.comm;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One open line to a front end. */
public final class Comm {
  private static final CommHandler NOTHING = message -> {};

  private final Comms comms;
  private final String id;
  private final String target;
  private volatile CommHandler messageHandler = NOTHING;
  private volatile CommHandler closeHandler = NOTHING;

  Comm(Comms comms, String id, String target) {
    this.comms = comms;
    this.id = id;
    this.target = target;
  }

  public String id() {
    return id;
  }

  /** The name of the target it was opened to. */
  public String target() {
    return target;
  }

  /** Called with each message of the front end, one at a time. */
  public void onMessage(CommHandler handler) {
    messageHandler = handler;
  }

  /** Called when the front end closes the comm. */
  public void onClose(CommHandler handler) {
    closeHandler = handler;
  }

  public void send(Map<String, @Nullable Object> data) {
    send(data, Map.of(), List.of());
  }

  public void send(
      Map<String, @Nullable Object> data,
      Map<String, @Nullable Object> metadata,
      List<byte[]> buffers) {
    comms.send("comm_msg", this, new CommMessage(data, metadata, buffers));
  }

  /** Closes it and tells the front end. */
  public void close() {
    comms.close(this, CommMessage.of(Map.of()));
  }

  public boolean isOpen() {
    return comms.find(id).isPresent();
  }

  void received(CommMessage message) throws Exception {
    messageHandler.handle(message);
  }

  void closed(CommMessage message) throws Exception {
    closeHandler.handle(message);
  }
}
