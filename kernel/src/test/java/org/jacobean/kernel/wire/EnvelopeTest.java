package org.jacobean.kernel.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
  private static Envelope envelope(String key) throws WireException {
    return new Envelope(new Signature("hmac-sha256", key));
  }

  private static List<byte[]> message(Envelope by) {
    Outgoing outgoing =
        new Outgoing(
            Channel.SHELL,
            List.of(new byte[] {7}),
            "kernel_info_request",
            Outgoing.NOTHING,
            Outgoing.NOTHING,
            Json.write(Map.of("a", 1)),
            List.of(new byte[] {1, 2, 3}));
    return by.seal(outgoing);
  }

  @Test
  void whatIsSealedOpensAgain() throws Exception {
    Message message = envelope("k").open(Channel.SHELL, message(envelope("k")));
    assertEquals("kernel_info_request", message.type());
    assertEquals(1, message.number("a", 0));
    assertArrayEquals(new byte[] {1, 2, 3}, message.buffers().get(0));
    assertArrayEquals(new byte[] {7}, message.identities().get(0));
    assertEquals("5.5", message.header().get("version"));
  }

  @Test
  void aForeignKeyIsRefused() throws Exception {
    List<byte[]> frames = message(envelope("other"));
    assertThrows(WireException.Forged.class, () -> envelope("k").open(Channel.SHELL, frames));
  }

  @Test
  void aChangedContentIsRefused() throws Exception {
    List<byte[]> frames = new ArrayList<>(message(envelope("k")));
    frames.set(6, "{\"a\":2}".getBytes(StandardCharsets.UTF_8));
    assertThrows(WireException.Forged.class, () -> envelope("k").open(Channel.SHELL, frames));
  }

  @Test
  void theSameMessageTwiceIsRefused() throws Exception {
    Envelope ours = envelope("k");
    List<byte[]> frames = message(envelope("k"));
    ours.open(Channel.SHELL, frames);
    assertThrows(WireException.Replayed.class, () -> ours.open(Channel.SHELL, frames));
  }

  @Test
  void everyTruncationIsRefused() throws Exception {
    List<byte[]> frames = message(envelope(""));
    for (int size = 0; size < 7; size++) {
      List<byte[]> cut = frames.subList(0, size);
      assertThrows(WireException.Malformed.class, () -> envelope("").open(Channel.SHELL, cut));
    }
  }

  @Test
  void aHeaderWithoutItsNamesIsRefused() throws Exception {
    List<byte[]> frames = new ArrayList<>(message(envelope("")));
    frames.set(3, "{\"msg_type\":3}".getBytes(StandardCharsets.UTF_8));
    assertThrows(WireException.Malformed.class, () -> envelope("").open(Channel.SHELL, frames));
  }

  @Test
  void withoutAKeyNothingIsSignedAndAllIsTaken() throws Exception {
    List<byte[]> frames = message(envelope(""));
    assertEquals(0, frames.get(2).length);
    assertEquals("kernel_info_request", envelope("").open(Channel.SHELL, frames).type());
  }

  @Test
  void datesHaveAtMostSixDigitsOfASecond() throws Exception {
    for (int i = 0; i < 50; i++) {
      Message message = envelope("").open(Channel.SHELL, message(envelope("")));
      String date = (String) message.header().get("date");
      assertTrue(date.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?Z"), date);
    }
  }

  @Test
  void anUnknownSchemeIsNamed() {
    WireException e =
        assertThrows(WireException.BadConnection.class, () -> new Signature("hmac-nothing", "key"));
    assertTrue(e.getMessage().contains("hmac-nothing"), e.getMessage());
  }
}
