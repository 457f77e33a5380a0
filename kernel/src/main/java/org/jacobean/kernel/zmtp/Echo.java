package org.jacobean.kernel.zmtp;

import java.io.IOException;
import java.util.List;

/** The heartbeat: what comes goes back. */
public final class Echo implements Peer.Socket {
  private final Loop loop;

  public Echo(Loop loop, String address) throws IOException {
    this.loop = loop;
    loop.bind(address, this);
  }

  @Override
  public String type() {
    return "REP";
  }

  @Override
  public void joined(Peer peer) {}

  @Override
  public void left(Peer peer) {}

  @Override
  public void message(Peer peer, List<byte[]> frames) {
    loop.send(peer, Frames.message(frames));
  }
}
