package org.jacobean.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.jacobean.kernel.Client.Answer;
import org.jacobean.kernel.Client.Received;
import org.jacobean.kernel.wire.Channel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What libraries written for JJava do, done in cells of a real kernel. */
class LibrariesTest {
  private static final String KERNEL = "org.dflib.jjava.jupyter.kernel.BaseKernel.notebookKernel()";
  private static final String EXTENSION =
      """
      package lib;
      import org.dflib.jjava.jupyter.Extension;
      import org.dflib.jjava.jupyter.kernel.BaseKernel;
      public class Greeting implements Extension {
        public static String greeted;
        public void install(BaseKernel kernel) {
          greeted = "installed into " + kernel.getName();
          kernel.getMagicsRegistry().registerLineMagic("greet", (k, words) -> "hello " + words);
        }
      }
      """;
  private static KernelProcess kernel;
  private Client client;

  @BeforeAll
  static void startKernel(@TempDir Path library) throws Exception {
    Path source = Files.writeString(library.resolve("Greeting.java"), EXTENSION);
    String classpath = System.getProperty("java.class.path");
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", classpath, "-d", library.toString(), source.toString());
    assertEquals(0, failed);
    Path services = Files.createDirectories(library.resolve("META-INF/services"));
    Files.writeString(
        services.resolve("org.dflib.jjava.jupyter.Extension"), "lib.Greeting\nlib.Missing\n");
    kernel = KernelProcess.start("tcp", Map.of("EXTRA_CLASSPATH", library.toString()));
    try (Client first = new Client(kernel.connection()).ready()) {
      assertEquals("ok", first.execute("1").status());
    }
  }

  @AfterAll
  static void stopKernel() {
    kernel.close();
  }

  @BeforeEach
  void connect() throws Exception {
    client = new Client(kernel.connection()).ready();
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  @Test
  void anExtensionOnTheClassPathIsInstalledAndABrokenOneLogged() throws Exception {
    assertEquals("installed into Jacobean", client.execute("lib.Greeting.greeted").result());
    assertTrue(kernel.log().contains("lib.Missing"));
  }

  @Test
  void aLineMagicOfAnExtensionIsTypedLikeAnyOther() {
    assertEquals("hello [a, b c]", client.execute("%greet a \"b c\"").result());
  }

  @Test
  void aRegisteredRenderingIsHowValuesAreShown() {
    client.execute(
        KERNEL
            + ".getRenderer().createRegistration(java.util.BitSet.class)"
            + ".preferring(\"text/html\").register((bits, context) ->"
            + " context.renderIfRequested(org.dflib.jjava.jupyter.kernel.display.mime.MIMEType.TEXT_HTML, () -> \"<b>\" + bits + \"</b>\"));");
    Answer shown = client.execute("var bits = new BitSet(); bits.set(3); bits");
    Map<?, ?> data = (Map<?, ?>) shown.contents("execute_result").get(0).get("data");
    assertEquals("<b>{3}</b>", data.get("text/html"));
    assertEquals("{3}", data.get("text/plain"));
  }

  @Test
  void aDisplayIsUpdatedUnderItsIdentity() {
    Answer shown =
        client.execute(
            "var data = new org.dflib.jjava.jupyter.kernel.display.DisplayData(\"first\");"
                + "data.setDisplayId(\"d1\");"
                + KERNEL
                + ".display(data);"
                + KERNEL
                + ".getIO().display.updateDisplay(\"d1\","
                + " new org.dflib.jjava.jupyter.kernel.display.DisplayData(\"second\"));");
    Map<String, Object> first = shown.contents("display_data").get(0);
    Map<String, Object> second = shown.contents("update_display_data").get(0);
    assertEquals(Map.of("display_id", "d1"), first.get("transient"));
    assertEquals(Map.of("display_id", "d1"), second.get("transient"));
    assertEquals(Map.of("text/plain", "second"), second.get("data"));
  }

  @Test
  void imagesGoInBase64() {
    Answer shown =
        client.execute(
            "var picture = new org.dflib.jjava.jupyter.kernel.display.DisplayData();"
                + "picture.putData(\"image/png\", new byte[] {1, 2, 3}); picture");
    Map<?, ?> data = (Map<?, ?>) shown.contents("execute_result").get(0).get("data");
    assertEquals("AQID", data.get("image/png"));
    assertNotNull(data.get("text/plain"));
  }

  @Test
  void theKernelsStreamsAreTheCells() {
    Answer answer = client.execute(KERNEL + ".getIO().out.println(\"by jjava\");");
    assertEquals("by jjava\n", answer.stream("stdout").replace("\r", ""));
  }

  @Test
  void aCommTargetOfALibraryEchoesWithItsBinaryData() {
    client.execute(
        """
        import org.dflib.jjava.jupyter.kernel.comm.*;
        import org.dflib.jjava.jupyter.messages.*;
        import org.dflib.jjava.jupyter.messages.comm.*;
        class Echo extends Comm {
          Echo(CommManager manager, String id, String target) { super(manager, id, target); }
          protected void onMessage(Message<CommMsgCommand> message) {
            System.out.println("heard");
            send(message.getContent().getData(), Map.of("kept", true), message.getBlobs());
          }
          protected void onClose(Message<CommCloseCommand> message, boolean sending) {
            System.out.println("closed");
          }
        }
        """
            + KERNEL
            + ".getCommManager().registerTarget(\"echo\","
            + " (manager, id, target, opening) -> new Echo(manager, id, target));");
    Map<String, Object> opening = Map.of("comm_id", "e1", "target_name", "echo", "data", Map.of());
    client.answer(client.send(Channel.SHELL, "comm_open", opening));
    assertEquals(
        Map.of("e1", Map.of("target_name", "echo")),
        client.ask("comm_info_request", Map.of()).reply().content().get("comms"));
    Answer echoed =
        client.answer(
            client.send(
                Channel.SHELL,
                "comm_msg",
                Map.of("comm_id", "e1", "data", Map.of("n", List.of(1, 2.5, "x"))),
                Map.of(),
                List.of(new byte[] {9, 8, 7})));
    assertEquals(List.of("status", "stream", "comm_msg", "status"), echoed.types());
    Received message = echoed.published().get(2);
    assertEquals("{n=[1, 2.5, x]}", message.content().get("data").toString());
    assertEquals(Map.of("kept", true), message.metadata());
    assertArrayEquals(new byte[] {9, 8, 7}, message.buffers().get(0));
    Answer closed =
        client.answer(
            client.send(Channel.SHELL, "comm_close", Map.of("comm_id", "e1", "data", Map.of())));
    assertEquals("closed\n", closed.stream("stdout"));
  }

  @Test
  void aCommOpenedByALibraryCarriesMetadataAndIsClosed() {
    Answer opened =
        client.execute(
            """
            import org.dflib.jjava.jupyter.kernel.comm.*;
            import org.dflib.jjava.jupyter.messages.*;
            import org.dflib.jjava.jupyter.messages.comm.*;
            class Quiet extends Comm {
              Quiet(CommManager manager, String id, String target) { super(manager, id, target); }
              protected void onMessage(Message<CommMsgCommand> message) {}
              protected void onClose(Message<CommCloseCommand> message, boolean sending) {}
            }
            """
                + "var comm = "
                + KERNEL
                + """
                .getCommManager().openComm("jupyter.widget", (manager, id, target, opening) -> {
                  opening.getNonNullMetadata().put("version", "2.1.0");
                  opening.getContent().getData().addProperty("state", 1);
                  return new Quiet(manager, id, target);
                });
                comm.close();
                """);
    Received open =
        opened.published().stream().filter(m -> m.type().equals("comm_open")).findFirst().get();
    assertEquals("jupyter.widget", open.content().get("target_name"));
    assertEquals(Map.of("version", "2.1.0"), open.metadata());
    assertEquals("{state=1}", open.content().get("data").toString());
    assertEquals(1, opened.contents("comm_close").size());
  }

  @Test
  void valuesOfAnyKindHaveATextThatIsNotEmpty() {
    assertEquals("[1, 2]", client.execute("new int[] {1, 2}").result());
    assertEquals("\"\"", client.execute("\"\"").result());
    assertTrue(
        client
            .execute("new Object() { public String toString() { throw new Error(\"no text\"); } }")
            .result()
            .contains("no text"));
    assertTrue(
        client
            .execute("new Object() { public String toString() { return null; } }")
            .result()
            .contains("gave null"));
  }
}
