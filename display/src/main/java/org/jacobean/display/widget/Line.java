package org.jacobean.display.widget;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import org.dflib.jjava.jupyter.kernel.comm.Comm;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.comm.CommCloseCommand;
import org.dflib.jjava.jupyter.messages.comm.CommMsgCommand;

/** The comm between a widget and its model in the front end. */
final class Line extends Comm {
  final Widget widget;

  Line(CommManager comms, String id, String target, Widget widget) {
    super(comms, id, target);
    this.widget = widget;
  }

  void say(JsonObject data, List<byte[]> buffers) {
    if (!isClosed()) {
      send(data, Map.of(), buffers);
    }
  }

  @Override
  protected void onMessage(Message<CommMsgCommand> message) {
    List<byte[]> buffers = message.getBlobs();
    widget.heard(message.getContent().getData(), buffers == null ? List.of() : buffers);
  }

  @Override
  protected void onClose(Message<CommCloseCommand> message, boolean fromHere) {
    widget.closed();
  }
}
