package org.jacobean.kernel.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jacobean.kernel.io.CellOutput;
import org.jacobean.kernel.io.Flusher;
import org.jacobean.kernel.session.Session;
import org.jacobean.kernel.session.Session.Completions;
import org.jacobean.kernel.wire.Channel;
import org.jacobean.kernel.wire.Json;
import org.jacobean.kernel.wire.Message;
import org.jacobean.kernel.wire.Outgoing;
import org.jacobean.kernel.wire.Outlet;
import org.junit.jupiter.api.Test;

class QuestionsTest {
  private final List<Outgoing> sent = new ArrayList<>();
  private final Outlet outlet =
      new Outlet() {
        @Override
        public void send(Outgoing message) {
          sent.add(message);
        }

        @Override
        public void awaitRoom() {}

        @Override
        public void insist(Runnable step) {
          step.run();
        }

        @Override
        public void settle(Runnable then) {
          then.run();
        }
      };

  /** A session that only completes, and always the last four UTF-16 units. */
  private static Session completing(List<Integer> cursors) {
    return (Session)
        Proxy.newProxyInstance(
            Session.class.getClassLoader(),
            new Class<?>[] {Session.class},
            (proxy, method, arguments) -> {
              int cursor = (Integer) arguments[1];
              cursors.add(cursor);
              return new Completions(
                  cursor - 4, cursor, List.of(new Completions.Item("length", "method", "int")));
            });
  }

  @Test
  void cursorPositionsCountCharactersNotUtf16Units() throws Exception {
    List<Integer> cursors = new ArrayList<>();
    Map<String, Object> content = Map.of("code", "\"\uD83D\uDE00\".leng", "cursor_pos", 8);
    Message message =
        new Message(
            Channel.SHELL,
            List.of(),
            Outgoing.NOTHING,
            Map.of("msg_type", "complete_request", "msg_id", "1"),
            Map.of(),
            content,
            List.of());
    Exchange exchange =
        new Exchange(message, new CellOutput(message, outlet, new Flusher(), false), outlet);
    new Questions(() -> completing(cursors)).complete(exchange);
    assertEquals(List.of(9), cursors);
    Map<String, Object> reply = Json.read(sent.get(0).content());
    assertEquals(4, reply.get("cursor_start"));
    assertEquals(8, reply.get("cursor_end"));
    Map<?, ?> types = (Map<?, ?>) reply.get("metadata");
    Map<?, ?> first = (Map<?, ?>) ((List<?>) types.get("_jupyter_types_experimental")).get(0);
    assertEquals("method", first.get("type"));
    assertEquals(4, first.get("start"));
  }
}
