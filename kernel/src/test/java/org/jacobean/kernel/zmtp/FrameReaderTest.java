package org.jacobean.kernel.zmtp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {
  private final List<List<byte[]>> messages = new ArrayList<>();
  private final List<byte[]> commands = new ArrayList<>();
  private final FrameReader reader =
      new FrameReader(
          1 << 20,
          new FrameReader.Sink() {
            @Override
            public void command(byte[] body) {
              commands.add(body);
            }

            @Override
            public void message(List<byte[]> frames) {
              messages.add(frames);
            }
          });

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void messagesSurviveBeingCutAnywhere(long seed) throws Exception {
    Random random = new Random(seed);
    List<List<byte[]>> sent = new ArrayList<>();
    ByteBuffer wire = ByteBuffer.allocate(1 << 20);
    for (int i = 0; i < 10; i++) {
      List<byte[]> frames = new ArrayList<>();
      for (int f = random.nextInt(5); f >= 0; f--) {
        byte[] frame =
            new byte[random.nextInt(4) == 0 ? random.nextInt(70_000) : random.nextInt(300)];
        random.nextBytes(frame);
        frames.add(frame);
      }
      if (wire.remaining() < 400_000) {
        break;
      }
      sent.add(frames);
      Frames.message(frames).forEach(wire::put);
    }
    wire.flip();
    while (wire.hasRemaining()) {
      int size = Math.min(wire.remaining(), 1 + random.nextInt(random.nextBoolean() ? 3 : 5000));
      reader.read(wire.slice(wire.position(), size));
      wire.position(wire.position() + size);
    }
    assertEquals(sent.size(), messages.size());
    for (int i = 0; i < sent.size(); i++) {
      for (int f = 0; f < sent.get(i).size(); f++) {
        assertArrayEquals(sent.get(i).get(f), messages.get(i).get(f));
      }
    }
  }

  @Test
  void aClaimOfSizeAloneTakesNoMemory() throws Exception {
    FrameReader large = new FrameReader(1L << 30, new Ignoring());
    ByteBuffer head = ByteBuffer.allocate(9).put((byte) 2).putLong(1L << 29).flip();
    long before = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    large.read(head);
    long after = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    assertTrue(after - before < 1 << 24, () -> "took " + (after - before));
  }

  private static final class Ignoring implements FrameReader.Sink {
    @Override
    public void command(byte[] body) {}

    @Override
    public void message(List<byte[]> frames) {}
  }

  @Test
  void aFrameLargerThanAllowedIsRefused() {
    ByteBuffer head = ByteBuffer.allocate(9).put((byte) 2).putLong(1L << 40).flip();
    assertThrows(ProtocolException.class, () -> reader.read(head));
    ByteBuffer negative = ByteBuffer.allocate(9).put((byte) 2).putLong(-1).flip();
    assertThrows(
        ProtocolException.class, () -> new FrameReader(1 << 20, new Ignoring()).read(negative));
  }

  @Test
  void endlesslyManyFramesInOneMessageAreRefused() {
    ByteBuffer empty = ByteBuffer.allocate(40_000);
    while (empty.hasRemaining()) {
      empty.put((byte) 1).put((byte) 0);
    }
    assertThrows(ProtocolException.class, () -> reader.read(empty.flip()));
  }

  @Test
  void reservedFlagsAreRefused() {
    assertThrows(ProtocolException.class, () -> reader.read(ByteBuffer.wrap(new byte[] {8, 0})));
  }

  @Test
  void commandsComeThroughBetweenFrames() throws Exception {
    reader.read(Frames.command("\5READY".getBytes()));
    assertEquals(1, commands.size());
    assertEquals(0, messages.size());
  }
}
