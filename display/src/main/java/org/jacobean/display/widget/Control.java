package org.jacobean.display.widget;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dflib.jjava.jupyter.kernel.comm.Comm;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.comm.CommCloseCommand;
import org.dflib.jjava.jupyter.messages.comm.CommMsgCommand;

/**
 * The line on which a page that was loaded anew asks for all widgets at once: {@code
 * request_states} is answered by {@code update_states}, binary values included.
 */
final class Control extends Comm {
  static final String TARGET = "jupyter.widget.control";
  private final CommManager comms;

  private Control(CommManager comms, String id, String target) {
    super(comms, id, target);
    this.comms = comms;
  }

  static void listen(CommManager comms) {
    if (comms.getTarget(TARGET) == null) {
      comms.registerTarget(
          TARGET, (manager, id, target, opening) -> new Control(manager, id, target));
    }
  }

  @Override
  protected void onMessage(Message<CommMsgCommand> message) {
    JsonObject asked = message.getContent().getData();
    if (!asked.has("method") || !asked.get("method").getAsString().equals("request_states")) {
      return;
    }
    JsonObject states = new JsonObject();
    JsonArray paths = new JsonArray();
    List<byte[]> buffers = new ArrayList<>();
    for (Comm comm : comms) {
      if (comm instanceof Line line) {
        states.add(line.getID(), line.widget.description(line.getID(), paths, buffers));
      }
    }
    JsonObject answer = new JsonObject();
    answer.addProperty("method", "update_states");
    answer.add("states", states);
    answer.add("buffer_paths", paths);
    send(answer, Map.of(), buffers);
  }

  @Override
  protected void onClose(Message<CommCloseCommand> message, boolean fromHere) {}
}
