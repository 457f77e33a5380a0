package org.jacobean.kernel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jacobean.kernel.wire.Channel;
import org.jacobean.kernel.wire.Connection;
import org.jacobean.kernel.wire.Json;
import org.jacobean.kernel.wire.WireException;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** A Jupyter client of its own make, over JeroMQ: what the kernel says is read by other code. */
final class Client implements AutoCloseable {
  /** A message as it came. */
  record Received(
      Channel channel,
      String type,
      String parent,
      Map<String, Object> header,
      Map<String, Object> metadata,
      Map<String, Object> content,
      List<byte[]> buffers) {}

  /** All that answered one request: the reply and what was published, up to idle. */
  record Answer(String id, Received reply, List<Received> published) {
    List<Map<String, Object>> contents(String type) {
      return published.stream().filter(m -> m.type().equals(type)).map(Received::content).toList();
    }

    String stream(String name) {
      StringBuilder text = new StringBuilder();
      contents("stream").stream()
          .filter(content -> content.get("name").equals(name))
          .forEach(content -> text.append(content.get("text")));
      return text.toString();
    }

    String result() {
      List<Map<String, Object>> results = contents("execute_result");
      return results.isEmpty()
          ? null
          : String.valueOf(((Map<?, ?>) results.get(0).get("data")).get("text/plain"));
    }

    String status() {
      return String.valueOf(reply.content().get("status"));
    }

    List<String> types() {
      return published.stream().map(Received::type).toList();
    }
  }

  private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
  private static final int PATIENCE = 15_000;

  private final ZContext context = new ZContext();
  private final ZMQ.Socket shell;
  private final ZMQ.Socket control;
  private final ZMQ.Socket stdin;
  private final ZMQ.Socket iopub;
  private final ZMQ.Poller poller;
  private final String session = UUID.randomUUID().toString();
  private final Mac mac;
  private final List<Received> seen = new ArrayList<>();

  Client(Connection connection) throws GeneralSecurityException {
    mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(connection.key().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    shell = socket(SocketType.DEALER, connection.endpoint(Channel.SHELL));
    control = socket(SocketType.DEALER, connection.endpoint(Channel.CONTROL));
    stdin = socket(SocketType.DEALER, connection.endpoint(Channel.STDIN));
    iopub = socket(SocketType.SUB, connection.endpoint(Channel.IOPUB));
    poller = context.createPoller(4);
    for (ZMQ.Socket socket : List.of(shell, control, stdin, iopub)) {
      poller.register(socket, ZMQ.Poller.POLLIN);
    }
  }

  private ZMQ.Socket socket(SocketType type, String endpoint) {
    ZMQ.Socket socket = context.createSocket(type);
    socket.setReconnectIVL(20);
    socket.setHWM(0);
    if (type == SocketType.SUB) {
      socket.subscribe(new byte[0]);
    } else {
      socket.setIdentity(session.getBytes(StandardCharsets.US_ASCII));
    }
    socket.connect(endpoint);
    return socket;
  }

  /** Waits until the kernel answers and its news arrive. */
  Client ready() {
    await(message -> message.type().equals("iopub_welcome"), PATIENCE);
    ask("kernel_info_request", Map.of());
    return this;
  }

  static Map<String, Object> cell(String code) {
    return new java.util.LinkedHashMap<>(
        Map.of(
            "code", code,
            "silent", false,
            "store_history", true,
            "user_expressions", Map.of(),
            "allow_stdin", true,
            "stop_on_error", true));
  }

  static Map<String, Object> cell(String code, Object... options) {
    Map<String, Object> content = cell(code);
    for (int i = 0; i < options.length; i += 2) {
      content.put((String) options[i], options[i + 1]);
    }
    return content;
  }

  Answer execute(String code, Object... options) {
    return ask("execute_request", cell(code, options));
  }

  Answer ask(String type, Map<String, ?> content) {
    return answer(send(Channel.SHELL, type, content));
  }

  Answer askControl(String type, Map<String, ?> content) {
    return answer(send(Channel.CONTROL, type, content));
  }

  String send(Channel channel, String type, Map<String, ?> content) {
    return send(channel, type, content, Map.of(), List.of());
  }

  String send(
      Channel channel,
      String type,
      Map<String, ?> content,
      Map<String, ?> extraHeader,
      List<byte[]> buffers) {
    String id = UUID.randomUUID().toString();
    Map<String, Object> header = new java.util.LinkedHashMap<>();
    header.put("msg_id", id);
    header.put("session", session);
    header.put("username", "test");
    header.put("version", "5.5");
    header.put("msg_type", type);
    header.put("date", "2026-01-01T00:00:00Z");
    header.putAll(extraHeader);
    List<byte[]> parts =
        List.of(Json.write(header), "{}".getBytes(), "{}".getBytes(), Json.write(content));
    List<byte[]> frames = new ArrayList<>(List.of(DELIMITER, sign(parts)));
    frames.addAll(parts);
    frames.addAll(buffers);
    sendFrames(channel, frames);
    return id;
  }

  byte[] sign(List<byte[]> parts) {
    parts.forEach(mac::update);
    return HexFormat.of().formatHex(mac.doFinal()).getBytes(StandardCharsets.US_ASCII);
  }

  /** Any bytes at all. */
  void sendFrames(Channel channel, List<byte[]> frames) {
    ZMQ.Socket socket =
        switch (channel) {
          case SHELL -> shell;
          case CONTROL -> control;
          case STDIN -> stdin;
          default -> throw new IllegalArgumentException(channel.toString());
        };
    for (int i = 0; i < frames.size(); i++) {
      socket.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
    }
  }

  /** Reads until the request has its reply, if it gets one, and its idle. */
  Answer answer(String id) {
    return answer(id, PATIENCE);
  }

  Answer answer(String id, int patience) {
    await(message -> message.parent().equals(id) && isIdle(message), patience);
    List<Received> mine = seen.stream().filter(m -> m.parent().equals(id)).toList();
    if (mine.stream().noneMatch(m -> m.channel() != Channel.IOPUB)) {
      await(
          m ->
              m.parent().equals(id) && m.channel() != Channel.IOPUB && m.channel() != Channel.STDIN,
          500);
      mine = seen.stream().filter(m -> m.parent().equals(id)).toList();
    }
    Received reply =
        mine.stream()
            .filter(m -> m.channel() == Channel.SHELL || m.channel() == Channel.CONTROL)
            .findFirst()
            .orElse(null);
    return new Answer(id, reply, mine.stream().filter(m -> m.channel() == Channel.IOPUB).toList());
  }

  private static boolean isIdle(Received message) {
    return message.type().equals("status")
        && "idle".equals(message.content().get("execution_state"));
  }

  /** Everything that came so far. */
  List<Received> seen() {
    return seen;
  }

  /** Waits for a message, among those that came already too. */
  Received await(Predicate<Received> wanted, int millis) {
    for (Received message : seen) {
      if (wanted.test(message)) {
        return message;
      }
    }
    long end = System.nanoTime() + millis * 1_000_000L;
    while (System.nanoTime() < end) {
      poller.poll(Math.max(1, (end - System.nanoTime()) / 1_000_000));
      Received found = drain(wanted);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private Received drain(Predicate<Received> wanted) {
    Received found = null;
    for (Channel channel : List.of(Channel.IOPUB, Channel.STDIN, Channel.SHELL, Channel.CONTROL)) {
      ZMQ.Socket socket =
          switch (channel) {
            case SHELL -> shell;
            case CONTROL -> control;
            case STDIN -> stdin;
            default -> iopub;
          };
      for (byte[] first = socket.recv(ZMQ.DONTWAIT);
          first != null;
          first = socket.recv(ZMQ.DONTWAIT)) {
        Received message = read(channel, socket, first);
        seen.add(message);
        if (found == null && wanted.test(message)) {
          found = message;
        }
      }
    }
    return found;
  }

  private Received read(Channel channel, ZMQ.Socket socket, byte[] first) {
    List<byte[]> frames = new ArrayList<>(List.of(first));
    while (socket.hasReceiveMore()) {
      frames.add(socket.recv());
    }
    int at = 0;
    while (!Arrays.equals(frames.get(at), DELIMITER)) {
      at++;
    }
    List<byte[]> parts = frames.subList(at + 2, at + 6);
    if (!Arrays.equals(frames.get(at + 1), sign(parts))) {
      throw new AssertionError("the kernel's signature is wrong");
    }
    try {
      Map<String, Object> header = Json.read(parts.get(0));
      return new Received(
          channel,
          String.valueOf(header.get("msg_type")),
          Objects.toString(Json.read(parts.get(1)).get("msg_id"), ""),
          header,
          Json.read(parts.get(2)),
          Json.read(parts.get(3)),
          List.copyOf(frames.subList(at + 6, frames.size())));
    } catch (WireException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
