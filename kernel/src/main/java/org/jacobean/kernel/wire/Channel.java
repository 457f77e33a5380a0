package org.jacobean.kernel.wire;

/** The five sockets of a kernel, in the words of the connection file. */
public enum Channel {
  SHELL("shell_port"),
  CONTROL("control_port"),
  STDIN("stdin_port"),
  IOPUB("iopub_port"),
  HEARTBEAT("hb_port");

  private final String portKey;

  Channel(String portKey) {
    this.portKey = portKey;
  }

  String portKey() {
    return portKey;
  }
}
