package org.jacobean.kernel.zmtp;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A listening address: {@code tcp://127.0.0.1:5555} or {@code ipc:///run/kernel-1}. */
record Endpoint(ServerSocketChannel channel, @Nullable Path file) implements Closeable {
  private static final int WAITING = 64;

  static Endpoint bind(String address) throws IOException {
    if (address.startsWith("ipc://")) {
      return bindIpc(Path.of(address.substring("ipc://".length())));
    }
    if (!address.startsWith("tcp://")) {
      throw new IOException("transport of " + address + " is neither tcp nor ipc");
    }
    int colon = address.lastIndexOf(':');
    String host = address.substring("tcp://".length(), colon).replaceAll("[\\[\\]]", "");
    int port = Integer.parseInt(address.substring(colon + 1));
    ServerSocketChannel server = ServerSocketChannel.open();
    server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
    server.bind(
        host.equals("*") ? new InetSocketAddress(port) : new InetSocketAddress(host, port),
        WAITING);
    return new Endpoint(server, null);
  }

  private static Endpoint bindIpc(Path file) throws IOException {
    Files.deleteIfExists(file); // left behind by a process that was killed
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(file), WAITING);
    return new Endpoint(server, file);
  }

  /** No waiting for more to send along: answers are short and wanted now. */
  static void tune(SocketChannel channel) throws IOException {
    channel.configureBlocking(false);
    if (channel.supportedOptions().contains(StandardSocketOptions.TCP_NODELAY)) {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    if (file != null) {
      Files.deleteIfExists(file);
    }
  }
}
