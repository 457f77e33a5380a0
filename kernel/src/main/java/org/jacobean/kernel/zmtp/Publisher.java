package org.jacobean.kernel.zmtp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * An XPUB socket: every subscriber gets all it subscribed to, and a welcome first. What is sent
 * before there is any subscriber waits for the first one: a client connects its sockets one by one,
 * and would otherwise miss what its first request caused and wait for it in vain. No more is kept
 * than a client can cause meanwhile: where nobody ever listens, it would be kept for good.
 */
public final class Publisher implements Peer.Socket {
  private static final int EARLY = 1000;
  private static final int EARLY_BYTES = 1 << 20;

  private final Loop loop;
  private final Function<byte[], List<byte[]>> welcome;
  private final List<Peer> peers = new ArrayList<>();
  private final List<List<byte[]>> early = new ArrayList<>();
  private int earlyBytes;
  private boolean heard;

  /** The welcome for a topic goes to the one client that subscribed. */
  public Publisher(Loop loop, String address, Function<byte[], List<byte[]>> welcome)
      throws IOException {
    this.loop = loop;
    this.welcome = welcome;
    loop.bind(address, this);
  }

  @Override
  public String type() {
    return "XPUB";
  }

  @Override
  public void joined(Peer peer) {
    peers.add(peer);
  }

  @Override
  public void left(Peer peer) {
    peers.remove(peer);
  }

  @Override
  public void message(Peer peer, List<byte[]> frames) {
    byte[] first = frames.get(0);
    if (first.length == 0 || first[0] > 1) {
      return;
    }
    byte[] topic = Arrays.copyOfRange(first, 1, first.length);
    if (first[0] == 1) {
      peer.subscribe(topic);
      loop.send(peer, Frames.message(welcome.apply(topic)));
      heard = true;
      early.forEach(this::send);
      early.clear();
    } else {
      peer.unsubscribe(topic);
    }
  }

  /** On the loop's thread: the first frame is the topic. */
  public void send(List<byte[]> frames) {
    if (!heard) {
      keep(frames);
      return;
    }
    if (peers.isEmpty()) {
      return;
    }
    List<ByteBuffer> parts = Frames.message(frames);
    for (Peer peer : peers) {
      if (peer.wants(frames.get(0))) {
        loop.send(peer, parts);
      }
    }
  }

  private void keep(List<byte[]> frames) {
    int bytes = frames.stream().mapToInt(frame -> frame.length).sum();
    if (early.size() < EARLY && bytes <= EARLY_BYTES - earlyBytes) {
      early.add(frames);
      earlyBytes += bytes;
    }
  }
}
