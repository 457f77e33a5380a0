package org.jacobean.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jacobean.kernel.wire.Channel;
import org.junit.jupiter.api.Test;

/** The ipc transport, spoken byte by byte: JeroMQ's own ipc is no Unix socket. */
class IpcTest {
  private static final byte[] READY =
      "\4\31\5READY\13Socket-Type\0\0\0\3REQ".getBytes(StandardCharsets.ISO_8859_1);

  @Test
  void theHeartbeatEchoesOverAUnixSocket() throws Exception {
    try (KernelProcess kernel = KernelProcess.start("ipc", Map.of())) {
      Path file = Path.of(kernel.endpoint(Channel.HEARTBEAT).substring("ipc://".length()));
      for (int i = 0; i < 200 && Files.notExists(file); i++) {
        Thread.sleep(50);
      }
      try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
        byte[] greeting = new byte[64];
        greeting[0] = (byte) 0xff;
        greeting[9] = 0x7f;
        greeting[10] = 3;
        System.arraycopy("NULL".getBytes(StandardCharsets.US_ASCII), 0, greeting, 12, 4);
        channel.write(ByteBuffer.wrap(greeting));
        channel.write(ByteBuffer.wrap(READY));
        channel.write(ByteBuffer.wrap(new byte[] {1, 0, 0, 4, 'p', 'i', 'n', 'g'}));
        byte[] theirs = read(channel, 64);
        assertEquals(3, theirs[10]);
        byte[] command = read(channel, 2);
        assertEquals(4, command[0]);
        read(channel, command[1]);
        assertEquals("\1\0\0\4ping", new String(read(channel, 8), StandardCharsets.US_ASCII));
      }
    }
  }

  private static byte[] read(SocketChannel channel, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count);
    while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
      continue;
    }
    return buffer.array();
  }
}
