package org.jacobean.kernel.zmtp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A ROUTER socket: what comes in starts with who sent it, what goes out with whom it is for. */
public final class Router implements Peer.Socket {
  private final Loop loop;
  private final Consumer<List<byte[]>> receiver;
  private final Map<String, Peer> peers = new HashMap<>();

  /** The receiver is called on the loop's thread. */
  public Router(Loop loop, String address, Consumer<List<byte[]>> receiver) throws IOException {
    this.loop = loop;
    this.receiver = receiver;
    loop.bind(address, this);
  }

  @Override
  public String type() {
    return "ROUTER";
  }

  @Override
  public void joined(Peer peer) {
    peers.put(peer.identity(), peer); // a client that connects again takes its name over
  }

  @Override
  public void left(Peer peer) {
    peers.remove(peer.identity(), peer);
  }

  @Override
  public void message(Peer peer, List<byte[]> frames) {
    List<byte[]> routed = new ArrayList<>(frames.size() + 1);
    routed.add(peer.identityBytes());
    routed.addAll(frames);
    receiver.accept(routed);
  }

  /** On the loop's thread: sends to the client the first frame names; false when it is gone. */
  public boolean send(List<byte[]> frames) {
    Peer peer = peer(frames.get(0));
    if (peer == null) {
      return false;
    }
    loop.send(peer, Frames.message(frames.subList(1, frames.size())));
    return true;
  }

  private @Nullable Peer peer(byte[] identity) {
    Peer named = peers.get(new String(identity, java.nio.charset.StandardCharsets.ISO_8859_1));
    // A client that gave its sockets no common name is found all the same when it is alone.
    return named == null && peers.size() == 1 ? peers.values().iterator().next() : named;
  }
}
