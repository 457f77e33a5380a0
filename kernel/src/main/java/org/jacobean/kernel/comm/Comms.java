package org.jacobean.kernel.comm;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jacobean.kernel.io.CellOutput;
import org.jacobean.kernel.io.Outputs;
import org.jacobean.kernel.wire.Json;
import org.jacobean.kernel.wire.Outgoing;
import org.jacobean.kernel.wire.Outlet;
import org.jspecify.annotations.Nullable;

/** The open comms and the targets that front ends may open. Safe from any thread. */
public final class Comms {
  private final Outlet outlet;
  private final Outputs outputs;
  private final Map<String, CommTarget> targets = new ConcurrentHashMap<>();
  private final Map<String, Comm> open = new ConcurrentHashMap<>();

  public Comms(Outlet outlet, Outputs outputs) {
    this.outlet = outlet;
    this.outputs = outputs;
  }

  /** Front ends may open comms of this name from now on. */
  public void register(String name, CommTarget target) {
    targets.put(name, target);
  }

  public void unregister(String name) {
    targets.remove(name);
  }

  /** Opens a comm to a target of the front end. */
  public Comm open(
      String target,
      Map<String, @Nullable Object> data,
      Map<String, @Nullable Object> metadata,
      List<byte[]> buffers) {
    return open(UUID.randomUUID().toString(), target, new CommMessage(data, metadata, buffers));
  }

  /** The same with an identity that the caller made. */
  public Comm open(String id, String target, CommMessage opening) {
    Comm comm = new Comm(this, id, target);
    open.put(id, comm);
    send("comm_open", comm, opening);
    return comm;
  }

  public Optional<Comm> find(String id) {
    return Optional.ofNullable(open.get(id));
  }

  public Collection<Comm> all() {
    return List.copyOf(open.values());
  }

  /** Closes a comm and tells the front end, with something to say. */
  public void close(Comm comm, CommMessage last) {
    if (open.remove(comm.id(), comm)) {
      send("comm_close", comm, last);
    }
  }

  void send(String type, Comm comm, CommMessage message) {
    Map<String, @Nullable Object> content =
        Json.object("comm_id", comm.id(), "data", message.data());
    if (type.equals("comm_open")) {
      content.put("target_name", comm.target());
    }
    CellOutput output = outputs.current();
    if (output == null) {
      outlet.send(
          Outgoing.publish(type, Outgoing.NOTHING, content, message.metadata(), message.buffers()));
    } else if (!output.isCut()) {
      output.announce(type, content, message.metadata(), message.buffers());
    }
  }

  /** A front end opened a comm; when nobody knows its target it is closed again. */
  public void opened(String id, String target, CommMessage opening) throws Exception {
    Comm comm = new Comm(this, id, target);
    open.put(id, comm);
    CommTarget known = targets.get(target);
    if (known == null) {
      close(comm, CommMessage.of(Map.of()));
      return;
    }
    try {
      known.opened(comm, opening);
    } catch (Exception | LinkageError e) {
      close(comm, CommMessage.of(Map.of()));
      throw e;
    }
  }

  /** A front end sent something; false when there is no such comm. */
  public boolean received(String id, CommMessage message) throws Exception {
    Comm comm = open.get(id);
    if (comm != null) {
      comm.received(message);
    }
    return comm != null;
  }

  /** A front end closed a comm. */
  public void closed(String id, CommMessage message) throws Exception {
    Comm comm = open.remove(id);
    if (comm != null) {
      comm.closed(message);
    }
  }
}
