package org.jacobean.kernel.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConnectionTest {
  private static Connection parse(String json) throws WireException {
    return Connection.parse(json.getBytes(StandardCharsets.UTF_8));
  }

  private static final String PORTS =
      "\"shell_port\":1,\"control_port\":2,\"stdin_port\":3,\"iopub_port\":4,\"hb_port\":5";

  @Test
  void endpointsAreWrittenAsTheTransportHasThem() throws Exception {
    assertEquals("tcp://127.0.0.1:1", parse("{" + PORTS + "}").endpoint(Channel.SHELL));
    assertEquals(
        "ipc:///run/k-4",
        parse("{\"transport\":\"ipc\",\"ip\":\"/run/k\"," + PORTS + "}").endpoint(Channel.IOPUB));
  }

  @Test
  void aMissingPortIsNamed() {
    WireException e =
        assertThrows(WireException.BadConnection.class, () -> parse("{\"shell_port\":1}"));
    assertTrue(e.getMessage().contains("control_port"), e.getMessage());
  }

  @Test
  void aMissingFileIsNamed() {
    WireException e =
        assertThrows(
            WireException.BadConnection.class, () -> Connection.read(Path.of("/nowhere/c.json")));
    assertTrue(e.getMessage().contains("/nowhere/c.json"), e.getMessage());
  }
}
