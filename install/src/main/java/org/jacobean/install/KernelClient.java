package org.jacobean.install;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** Just enough of a Jupyter client to run cells in a kernel of one's own. */
final class KernelClient implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);

  /** What came back for a request: the reply's content and the messages published meanwhile. */
  record Answer(JsonNode reply, List<JsonNode> published) {
    /** The plain text of the value shown, or nothing. */
    @Nullable String result() {
      for (JsonNode message : published) {
        if (message.at("/header/msg_type").asText().equals("execute_result")) {
          return message.at("/content/data/text~1plain").asText();
        }
      }
      return null;
    }
  }

  private final ZContext context = new ZContext();
  private final String key;
  private final String session = UUID.randomUUID().toString();
  private final ZMQ.Socket shell;
  private final ZMQ.Socket control;
  private final ZMQ.Socket iopub;

  KernelClient(Connection connection) {
    key = connection.key();
    shell = connect(SocketType.DEALER, connection.shell());
    control = connect(SocketType.DEALER, connection.control());
    iopub = connect(SocketType.SUB, connection.iopub());
    iopub.subscribe(ZMQ.SUBSCRIPTION_ALL);
  }

  private ZMQ.Socket connect(SocketType type, int port) {
    ZMQ.Socket socket = context.createSocket(type);
    socket.setLinger(0);
    socket.connect("tcp://127.0.0.1:" + port);
    return socket;
  }

  Answer execute(String code, Duration limit) throws IOException {
    Map<String, Object> content =
        Map.of(
            "code", code,
            "silent", false,
            "store_history", false,
            "user_expressions", Map.of(),
            "allow_stdin", false,
            "stop_on_error", true);
    return ask(shell, "execute_request", content, limit);
  }

  Answer ask(String type, Map<String, Object> content, Duration limit) throws IOException {
    return ask(shell, type, content, limit);
  }

  void shutdown(Duration limit) throws IOException {
    String id = send(control, "shutdown_request", Map.of("restart", false));
    receive(control, id, Instant.now().plus(limit));
  }

  private Answer ask(ZMQ.Socket socket, String type, Map<String, Object> content, Duration limit)
      throws IOException {
    Instant end = Instant.now().plus(limit);
    String id = send(socket, type, content);
    JsonNode reply = receive(socket, id, end);
    List<JsonNode> published = new ArrayList<>();
    boolean idle = false;
    while (!idle) {
      JsonNode message = receive(iopub, id, end);
      published.add(message);
      idle = message.at("/content/execution_state").asText().equals("idle");
    }
    return new Answer(reply, published);
  }

  private String send(ZMQ.Socket socket, String type, Map<String, Object> content)
      throws IOException {
    String id = UUID.randomUUID().toString();
    Map<String, Object> header =
        Map.of(
            "msg_id",
            id,
            "msg_type",
            type,
            "session",
            session,
            "username",
            "install",
            "date",
            Instant.now().toString(),
            "version",
            "5.5");
    byte[][] parts = {
      JSON.writeValueAsBytes(header), "{}".getBytes(StandardCharsets.US_ASCII),
      "{}".getBytes(StandardCharsets.US_ASCII), JSON.writeValueAsBytes(content)
    };
    socket.sendMore(DELIMITER);
    socket.sendMore(signature(parts));
    for (int i = 0; i < parts.length; i++) {
      socket.send(parts[i], i < parts.length - 1 ? ZMQ.SNDMORE : 0);
    }
    return id;
  }

  /** The next message that answers a request; header and content in one tree. */
  private JsonNode receive(ZMQ.Socket socket, String id, Instant end) throws IOException {
    while (true) {
      long left = Duration.between(Instant.now(), end).toMillis();
      socket.setReceiveTimeOut((int) Math.max(0, left));
      List<byte[]> frames = frames(socket);
      int start = delimiter(frames);
      if (frames.isEmpty()) {
        throw new IOException("no answer from the kernel in time");
      }
      if (start < 0 || frames.size() < start + 6) {
        continue;
      }
      JsonNode parent = JSON.readTree(frames.get(start + 3));
      if (parent.path("msg_id").asText().equals(id)) {
        return JSON.createObjectNode()
            .<com.fasterxml.jackson.databind.node.ObjectNode>set(
                "header", JSON.readTree(frames.get(start + 2)))
            .set("content", JSON.readTree(frames.get(start + 5)));
      }
    }
  }

  private static List<byte[]> frames(ZMQ.Socket socket) {
    List<byte[]> frames = new ArrayList<>();
    byte[] first = socket.recv();
    if (first != null) {
      frames.add(first);
      while (socket.hasReceiveMore()) {
        frames.add(socket.recv());
      }
    }
    return frames;
  }

  private static int delimiter(List<byte[]> frames) {
    for (int i = 0; i < frames.size(); i++) {
      if (java.util.Arrays.equals(frames.get(i), DELIMITER)) {
        return i;
      }
    }
    return -1;
  }

  private String signature(byte[][] parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError("every JDK has HmacSHA256", impossible);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
