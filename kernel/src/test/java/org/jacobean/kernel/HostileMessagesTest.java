package org.jacobean.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jacobean.kernel.wire.Channel;
import org.jacobean.kernel.wire.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Malformed, unsigned, replayed, truncated, huge and random input: dropped, logged, never fatal.
 */
class HostileMessagesTest {
  private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] EMPTY = "{}".getBytes(StandardCharsets.US_ASCII);
  private static final int ROUNDS = Boolean.getBoolean("jacobean.full") ? 5000 : 150;
  private static KernelProcess kernel;
  private Client client;

  @BeforeAll
  static void startKernel() throws Exception {
    kernel = KernelProcess.start("-Xmx256m");
  }

  @AfterAll
  static void stopKernel() {
    kernel.close();
  }

  @BeforeEach
  void connect() throws Exception {
    client = new Client(kernel.connection()).ready();
  }

  @AfterEach
  void theKernelStillWorks() {
    assertEquals("2", client.execute("1 + 1").result());
    assertEquals("ok", client.askControl("kernel_info_request", Map.of()).status());
    client.close();
  }

  private byte[] header(String type) {
    return Json.write(Map.of("msg_id", "m" + System.nanoTime(), "msg_type", type, "session", "s"));
  }

  private List<byte[]> signed(byte[]... parts) {
    List<byte[]> frames = new ArrayList<>(List.of(DELIMITER, client.sign(Arrays.asList(parts))));
    frames.addAll(Arrays.asList(parts));
    return frames;
  }

  private void logged(String what) throws Exception {
    client.ask("kernel_info_request", Map.of());
    assertTrue(kernel.log().contains(what), kernel.log());
  }

  @ParameterizedTest
  @EnumSource(names = {"SHELL", "CONTROL", "STDIN"})
  void framesThatAreNoMessageAreDropped(Channel channel) throws Exception {
    client.sendFrames(channel, List.of(new byte[0]));
    client.sendFrames(channel, List.of("hello".getBytes()));
    client.sendFrames(channel, List.of(DELIMITER));
    client.sendFrames(channel, List.of(DELIMITER, EMPTY, EMPTY));
    logged("lacks its delimiter");
  }

  @Test
  void anUnsignedAndAForgedMessageAreDropped() throws Exception {
    byte[] header = header("execute_request");
    byte[] code = Json.write(Client.cell("System.setProperty(\"forged\", \"yes\")"));
    List<byte[]> parts = List.of(header, EMPTY, EMPTY, code);
    for (String signature : List.of("", "00", "f".repeat(64))) {
      List<byte[]> frames = new ArrayList<>(List.of(DELIMITER, signature.getBytes()));
      frames.addAll(parts);
      client.sendFrames(Channel.SHELL, frames);
    }
    logged("signature does not fit");
    assertEquals("null", client.execute("System.getProperty(\"forged\")").result());
  }

  @Test
  void aReplayedMessageRunsOnce() throws Exception {
    byte[] code =
        Json.write(
            Client.cell(
                "System.setProperty(\"runs\", System.getProperty(\"runs\", \"\") + \"x\");"));
    List<byte[]> frames = signed(header("execute_request"), EMPTY, EMPTY, code);
    for (int i = 0; i < 5; i++) {
      client.sendFrames(Channel.SHELL, frames);
    }
    logged("came a second time");
    assertEquals("x", client.execute("System.getProperty(\"runs\")").result());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "null", "{", "{\"a\":", "{\"a\":1}}", "\u0000", "{\"a\":\"\\ud800\"}"})
  void signedPartsThatAreNoProperObjectAreDroppedOrAnswered(String json) {
    byte[] broken = json.getBytes(StandardCharsets.UTF_8);
    client.sendFrames(Channel.SHELL, signed(broken, EMPTY, EMPTY, EMPTY));
    client.sendFrames(Channel.SHELL, signed(header("execute_request"), broken, EMPTY, EMPTY));
    client.sendFrames(Channel.SHELL, signed(header("execute_request"), EMPTY, broken, EMPTY));
    client.sendFrames(Channel.SHELL, signed(header("execute_request"), EMPTY, EMPTY, broken));
  }

  @Test
  void contentOfTheWrongTypesIsAnsweredOrTakenForItsDefault() {
    for (String type :
        List.of(
            "execute_request",
            "complete_request",
            "inspect_request",
            "is_complete_request",
            "history_request",
            "comm_info_request",
            "comm_open",
            "comm_msg",
            "comm_close",
            "kernel_info_request",
            "interrupt_request",
            "debug_request",
            "delete_subshell_request")) {
      Map<String, Object> odd =
          Map.of(
              "code",
              7,
              "cursor_pos",
              "x",
              "silent",
              "no",
              "user_expressions",
              List.of(1),
              "data",
              "d",
              "comm_id",
              List.of(),
              "n",
              Map.of(),
              "hist_access_type",
              3,
              "subshell_id",
              9,
              "detail_level",
              -5);
      client.answer(client.send(Channel.SHELL, type, odd));
      client.answer(client.send(Channel.SHELL, type, Map.of()));
    }
    client.ask("complete_request", Map.of("code", "x", "cursor_pos", 1_000_000));
    client.ask("complete_request", Map.of("code", "x", "cursor_pos", -3));
    client.ask("history_request", Map.of("hist_access_type", "tail", "n", -1));
  }

  @Test
  void deepNestingIsRefusedWithoutAStackOverflow() throws Exception {
    byte[] deep = ("{\"a\":" + "[".repeat(200_000)).getBytes(StandardCharsets.US_ASCII);
    client.sendFrames(Channel.SHELL, signed(header("execute_request"), EMPTY, EMPTY, deep));
    logged("Dropped on SHELL");
  }

  @Test
  void aLargeMessageIsTaken() {
    String code = "\"" + "x".repeat(5_000_000) + "\".length()";
    Map<String, Object> content = Map.of("comm_id", "none", "data", Map.of("big", code));
    client.answer(client.send(Channel.SHELL, "comm_msg", content));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void randomFramesAndMutatedMessagesAreSurvived(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < ROUNDS; i++) {
      List<byte[]> frames =
          signed(header("execute_request"), EMPTY, EMPTY, Json.write(Client.cell("1")));
      mutate(frames, random);
      Channel[] channels = {Channel.SHELL, Channel.CONTROL, Channel.STDIN};
      client.sendFrames(channels[random.nextInt(3)], frames);
    }
  }

  private static void mutate(List<byte[]> frames, Random random) {
    switch (random.nextInt(5)) {
      case 0 -> frames.remove(random.nextInt(frames.size()));
      case 1 -> frames.add(random.nextInt(frames.size()), new byte[random.nextInt(2000)]);
      case 2 -> {
        byte[] noise = new byte[random.nextInt(3000)];
        random.nextBytes(noise);
        frames.set(random.nextInt(frames.size()), noise);
      }
      case 3 -> {
        byte[] frame = frames.get(2 + random.nextInt(4)).clone();
        frame[random.nextInt(frame.length)] ^= (byte) (1 << random.nextInt(8));
        frames.set(2 + random.nextInt(4), frame);
      }
      default -> java.util.Collections.shuffle(frames, random);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void rawNoiseOnEveryPortIsSurvived(long seed) throws Exception {
    Random random = new Random(seed);
    for (int i = 0; i < ROUNDS / 5; i++) {
      for (Channel channel : Channel.values()) {
        String endpoint = kernel.endpoint(channel);
        int port = Integer.parseInt(endpoint.substring(endpoint.lastIndexOf(':') + 1));
        try (Socket socket = new Socket("127.0.0.1", port)) {
          OutputStream out = socket.getOutputStream();
          out.write(noise(random, i % 4));
        } catch (java.net.SocketException closedByTheKernel) {
          assertTrue(kernel.process().isAlive());
        }
      }
    }
  }

  /** Noise alone, behind a greeting, behind a handshake, and a claim of an enormous frame. */
  private static byte[] noise(Random random, int depth) {
    ByteBuffer out = ByteBuffer.allocate(5000);
    if (depth > 0) {
      byte[] greeting = new byte[64];
      greeting[0] = (byte) 0xff;
      greeting[9] = 0x7f;
      greeting[10] = 3;
      System.arraycopy("NULL".getBytes(), 0, greeting, 12, 4);
      out.put(greeting);
    }
    if (depth > 1) {
      byte[] ready = "\5READY\13Socket-Type\0\0\0\6DEALER".getBytes(StandardCharsets.ISO_8859_1);
      out.put((byte) 4).put((byte) ready.length).put(ready);
    }
    if (depth > 2) {
      out.put((byte) 2).putLong(1L << (20 + random.nextInt(43)));
    }
    byte[] noise = new byte[random.nextInt(out.remaining())];
    random.nextBytes(noise);
    return Arrays.copyOf(out.put(noise).array(), out.position());
  }

  @Test
  void aFloodOfClaimedFramesTakesNoMemory() throws Exception {
    String endpoint = kernel.endpoint(Channel.SHELL);
    int port = Integer.parseInt(endpoint.substring(endpoint.lastIndexOf(':') + 1));
    List<Socket> open = new ArrayList<>();
    Random random = new Random(0);
    for (int i = 0; i < 40; i++) {
      Socket socket = new Socket("127.0.0.1", port);
      ByteBuffer out = ByteBuffer.wrap(new byte[5000]);
      out.put(noise(random, 2), 0, 64 + 2 + 28);
      out.put((byte) 2).putLong(900L << 20);
      socket.getOutputStream().write(out.array(), 0, out.position());
      open.add(socket);
    }
    assertEquals("2", client.execute("1 + 1").result());
    for (Socket socket : open) {
      socket.close();
    }
  }
}
