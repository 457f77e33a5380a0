package org.jacobean.kernel.bridge;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dflib.jjava.jupyter.channels.ReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.comm.Comm;
import org.dflib.jjava.jupyter.kernel.comm.CommFactory;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.comm.CommTarget;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.comm.CommCloseCommand;
import org.dflib.jjava.jupyter.messages.comm.CommMsgCommand;
import org.dflib.jjava.jupyter.messages.comm.CommOpenCommand;
import org.jacobean.kernel.comm.CommMessage;
import org.jacobean.kernel.comm.Comms;
import org.jacobean.kernel.wire.Json;
import org.jspecify.annotations.Nullable;

/** jjava's comms, over ours: same targets, same lines, binary data and metadata in both ways. */
final class BridgedComms extends CommManager {
  private final Comms ours;
  private final ReplyEnvironment nowhere = new SilentEnvironment();

  BridgedComms(Comms ours) {
    this.ours = ours;
  }

  @Override
  public void registerTarget(String name, CommTarget target) {
    super.registerTarget(name, target);
    ours.register(
        name,
        (comm, opening) -> {
          CommOpenCommand command = new CommOpenCommand(comm.id(), name, gson(opening));
          follow(comm);
          handleCommOpenCommand(nowhere, message(CommOpenCommand.MESSAGE_TYPE, command, opening));
        });
  }

  @Override
  public void unregisterTarget(String name) {
    super.unregisterTarget(name);
    ours.unregister(name);
  }

  /** What our comm hears, theirs hears. */
  private void follow(org.jacobean.kernel.comm.Comm comm) {
    comm.onMessage(
        said -> {
          CommMsgCommand command = new CommMsgCommand(comm.id(), gson(said));
          handleCommMsgCommand(nowhere, message(CommMsgCommand.MESSAGE_TYPE, command, said));
        });
    comm.onClose(
        said -> {
          CommCloseCommand command = new CommCloseCommand(comm.id(), gson(said));
          handleCommCloseCommand(nowhere, message(CommCloseCommand.MESSAGE_TYPE, command, said));
        });
  }

  /** The factory may fill the opening message's data, metadata and binary data. */
  @Override
  public <T extends Comm> T openComm(String target, CommFactory<T> factory) {
    String id = UUID.randomUUID().toString();
    CommOpenCommand command = new CommOpenCommand(id, target, new JsonObject());
    Message<CommOpenCommand> opening =
        message(CommOpenCommand.MESSAGE_TYPE, command, CommMessage.of(new java.util.HashMap<>()));
    T theirs = factory.produce(this, id, target, opening);
    registerComm(theirs);
    follow(
        ours.open(
            id,
            target,
            outgoing(command.getData(), opening.getNonNullMetadata(), opening.getBlobs())));
    return theirs;
  }

  @Override
  public void messageComm(
      String id,
      JsonObject data,
      @Nullable Map<String, Object> metadata,
      @Nullable List<byte[]> blobs) {
    CommMessage message = outgoing(data, metadata, blobs);
    ours.find(id)
        .ifPresent(comm -> comm.send(message.data(), message.metadata(), message.buffers()));
  }

  @Override
  @SuppressWarnings("NullAway") // jjava takes null for none
  public void messageComm(String id, JsonObject data) {
    messageComm(id, data, null, null);
  }

  @Override
  public void closeComm(Comm comm) {
    unregisterComm(comm.getID());
    ours.find(comm.getID()).ifPresent(org.jacobean.kernel.comm.Comm::close);
  }

  @SuppressWarnings("unchecked") // a JSON object is written from any map
  private static CommMessage outgoing(
      JsonObject data, @Nullable Map<String, Object> metadata, @Nullable List<byte[]> blobs) {
    Map<String, @Nullable Object> fields = new java.util.LinkedHashMap<>();
    data.entrySet().forEach(e -> fields.put(e.getKey(), new Json.Raw(e.getValue().toString())));
    return new CommMessage(
        fields, metadata == null ? Map.of() : metadata, blobs == null ? List.of() : blobs);
  }

  private static JsonObject gson(CommMessage message) {
    String json = new String(Json.write(message.data()), StandardCharsets.UTF_8);
    return JsonParser.parseString(json).getAsJsonObject();
  }

  private static <T> Message<T> message(MessageType<T> type, T content, CommMessage from) {
    return new Message<>(
        new RoutedEnvironment.NoContext(),
        type,
        content,
        new java.util.ArrayList<>(from.buffers()),
        new java.util.HashMap<>(from.metadata()));
  }
}
