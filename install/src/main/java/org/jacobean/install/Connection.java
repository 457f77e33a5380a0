package org.jacobean.install;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The ports and the key that a kernel and its client share, as in a connection file. */
record Connection(int shell, int iopub, int stdin, int control, int heartbeat, String key) {

  /** Five ports that are free now. */
  static Connection free() throws IOException {
    int[] ports = new int[5];
    ServerSocket[] held = new ServerSocket[ports.length];
    try {
      for (int i = 0; i < ports.length; i++) {
        held[i] = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ports[i] = held[i].getLocalPort();
      }
    } finally {
      for (ServerSocket socket : held) {
        if (socket != null) {
          socket.close();
        }
      }
    }
    return new Connection(
        ports[0], ports[1], ports[2], ports[3], ports[4], UUID.randomUUID().toString());
  }

  void write(Path file) throws IOException {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("transport", "tcp");
    content.put("ip", "127.0.0.1");
    content.put("shell_port", shell);
    content.put("iopub_port", iopub);
    content.put("stdin_port", stdin);
    content.put("control_port", control);
    content.put("hb_port", heartbeat);
    content.put("signature_scheme", "hmac-sha256");
    content.put("key", key);
    new ObjectMapper().writeValue(file.toFile(), content);
  }
}
