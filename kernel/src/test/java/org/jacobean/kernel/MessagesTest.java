package org.jacobean.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jacobean.kernel.Client.Answer;
import org.jacobean.kernel.Client.Received;
import org.jacobean.kernel.wire.Channel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every message type over real sockets: shapes, order, and what the protocol promises around it.
 */
class MessagesTest {
  private static KernelProcess kernel;
  private Client client;

  @BeforeAll
  static void startKernel() throws Exception {
    kernel = KernelProcess.start();
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
  void aSubscriberIsWelcomedBeforeAnythingElse() {
    Received first =
        client.seen().stream().filter(m -> m.channel() == Channel.IOPUB).findFirst().get();
    assertEquals("iopub_welcome", first.type());
    assertEquals("", first.content().get("subscription"));
  }

  @Test
  void kernelInfoNamesTheLanguageAndTheProtocol() {
    Map<String, Object> info = client.ask("kernel_info_request", Map.of()).reply().content();
    assertEquals("ok", info.get("status"));
    assertEquals("5.5", info.get("protocol_version"));
    assertEquals("java", ((Map<?, ?>) info.get("language_info")).get("name"));
    assertTrue(((List<?>) info.get("supported_features")).contains("kernel subshells"));
    assertFalse(((List<?>) info.get("help_links")).isEmpty());
  }

  @Test
  void aCellIsAnsweredInTheOrderThatTheProtocolPrescribes() {
    Answer answer = client.execute("System.out.println(\"hi\");\n6 * 7");
    assertEquals(
        List.of("status", "execute_input", "stream", "execute_result", "status"), answer.types());
    assertEquals("42", answer.result());
    assertEquals("hi\n", answer.stream("stdout"));
    assertEquals("ok", answer.status());
    Object count = answer.reply().content().get("execution_count");
    assertEquals(count, answer.contents("execute_input").get(0).get("execution_count"));
    assertEquals(count, answer.contents("execute_result").get(0).get("execution_count"));
    assertEquals(List.of(), answer.reply().content().get("payload"));
  }

  @Test
  void aSilentCellShowsNothingAndCountsNothing() {
    long before = count(client.execute("1"));
    Answer silent = client.execute("System.out.println(5); 5", "silent", true);
    assertEquals(List.of("status", "status"), silent.types());
    assertEquals("ok", silent.status());
    assertEquals(before + 1, count(client.execute("1")));
  }

  @Test
  void aCellThatIsNotStoredShowsItsResultAndCountsNothing() {
    long before = count(client.execute("1"));
    assertEquals("5", client.execute("5", "store_history", false).result());
    assertEquals(before + 1, count(client.execute("1")));
  }

  private static long count(Answer answer) {
    return ((Number) answer.reply().content().get("execution_count")).longValue();
  }

  @Test
  void userExpressionsGiveValuesAndErrorsOneByOne() {
    client.execute("int used = 42;");
    Answer answer =
        client.execute("1", "user_expressions", Map.of("good", "used + 1", "bad", "nowhere"));
    Map<?, ?> values = (Map<?, ?>) answer.reply().content().get("user_expressions");
    Map<?, ?> good = (Map<?, ?>) values.get("good");
    assertEquals("ok", good.get("status"));
    assertEquals("43", ((Map<?, ?>) good.get("data")).get("text/plain"));
    assertEquals("error", ((Map<?, ?>) values.get("bad")).get("status"));
  }

  @Test
  void aFailureIsPublishedAndRepliedAlike() {
    Answer answer = client.execute("throw new IllegalStateException(\"boom\");");
    Map<String, Object> error = answer.contents("error").get(0);
    assertEquals(Set.of("ename", "evalue", "traceback"), error.keySet());
    assertEquals("boom", error.get("evalue"));
    assertEquals("error", answer.status());
    assertEquals(error.get("ename"), answer.reply().content().get("ename"));
    assertNotNull(answer.reply().content().get("execution_count"));
  }

  @Test
  void cellsQueuedBehindAFailureAreAbortedAndLaterOnesRun() {
    String failing =
        client.send(Channel.SHELL, "execute_request", Client.cell("throw new Error();"));
    String second = client.send(Channel.SHELL, "execute_request", Client.cell("1"));
    String third = client.send(Channel.SHELL, "execute_request", Client.cell("2"));
    assertEquals("error", client.answer(failing).status());
    assertEquals("aborted", client.answer(second).status());
    assertEquals("aborted", client.answer(third).status());
    assertEquals("3", client.execute("3").result());
  }

  @Test
  void aCellSentRightAfterAFailuresReplyIsNotAborted() {
    for (int i = 0; i < 20; i++) {
      client.execute("throw new Error();");
      assertEquals("ok", client.execute("1").status());
    }
  }

  @Test
  void withoutStopOnErrorTheQueueGoesOn() {
    Map<String, Object> failing = Client.cell("throw new Error();", "stop_on_error", false);
    String first = client.send(Channel.SHELL, "execute_request", failing);
    String second = client.send(Channel.SHELL, "execute_request", Client.cell("1"));
    assertEquals("error", client.answer(first).status());
    assertEquals("ok", client.answer(second).status());
  }

  @Test
  void questionsAreAnsweredWhileACellRuns() {
    String busy = client.send(Channel.SHELL, "execute_request", Client.cell("Thread.sleep(1500);"));
    client.await(m -> m.parent().equals(busy) && m.type().equals("execute_input"), 5000);
    Answer found = client.ask("complete_request", Map.of("code", "Math.ab", "cursor_pos", 7));
    assertTrue(found.reply().content().get("matches").toString().contains("abs"));
    assertEquals("ok", client.askControl("kernel_info_request", Map.of()).status());
    assertFalse(
        client.seen().stream()
            .anyMatch(m -> m.parent().equals(busy) && m.type().equals("execute_reply")));
    List<Received> status = client.seen().stream().filter(m -> m.type().equals("status")).toList();
    Received last = status.get(status.size() - 1);
    assertEquals(
        "busy", last.content().get("execution_state"), "front ends still see a busy kernel");
    assertEquals(busy, last.parent());
    assertEquals("ok", client.answer(busy).status());
  }

  @Test
  void isCompleteTellsOpenFromWholeAndFromWrong() {
    assertEquals("complete", client.ask("is_complete_request", Map.of("code", "1+1")).status());
    assertEquals(
        "invalid", client.ask("is_complete_request", Map.of("code", "int = = 2;")).status());
    Answer open = client.ask("is_complete_request", Map.of("code", "void f() {"));
    assertEquals("incomplete", open.status());
    assertNotNull(open.reply().content().get("indent"));
  }

  @Test
  void anUnknownMessageIsRefusedAndLeavesTheKernelIdle() {
    Answer answer = client.ask("no_such_request", Map.of());
    assertEquals("error", answer.status());
    assertTrue(answer.reply().content().get("evalue").toString().contains("no_such_request"));
    assertEquals(List.of("status", "status"), answer.types());
    Answer noRequest = client.answer(client.send(Channel.SHELL, "no_such_news", Map.of()));
    assertNull(noRequest.reply());
    assertEquals(List.of("status", "status"), noRequest.types());
  }

  @Test
  void aLineIsAskedOfTheClientThatSentTheCell() {
    String cell =
        client.send(
            Channel.SHELL, "execute_request", Client.cell("new Scanner(System.in).nextLine()"));
    Received question =
        client.await(m -> m.type().equals("input_request") && m.parent().equals(cell), 8000);
    assertEquals(false, question.content().get("password"));
    client.send(Channel.STDIN, "input_reply", Map.of("status", "ok", "value", "hello"));
    assertEquals("hello", client.answer(cell).result());
  }

  @Test
  void whereNoInputIsAllowedTheCellFailsAtOnceAndSaysWhy() {
    Answer answer = client.execute("new Scanner(System.in).nextLine()", "allow_stdin", false);
    assertEquals("error", answer.status());
    assertTrue(answer.reply().content().get("evalue").toString().contains("allow_stdin"));
  }

  @Test
  void lateOutputOfAThreadBelongsToTheCellThatStartedIt() {
    Answer started =
        client.execute(
            "new Thread(() -> { try { Thread.sleep(400); } catch (InterruptedException e) {} "
                + "System.out.println(\"LATE\"); }).start();");
    client.execute("1");
    Received late =
        client.await(
            m -> m.type().equals("stream") && m.content().get("text").equals("LATE\n"), 5000);
    assertEquals(started.id(), late.parent());
  }

  @Test
  void twentyThousandLinesArriveWholeInFewMessages() {
    Answer answer =
        client.execute("for (int i = 0; i < 20000; i++) System.out.println(\"line \" + i);");
    String[] lines = answer.stream("stdout").split("\n");
    assertEquals(20_000, lines.length);
    assertEquals("line 19999", lines[19_999]);
    assertTrue(answer.contents("stream").size() < 200);
  }

  @Test
  void outputAndErrorsKeepTheirOrder() {
    Answer answer =
        client.execute("for (int i = 0; i < 3; i++) { System.out.print(i); System.err.print(i); }");
    StringBuilder order = new StringBuilder();
    answer.contents("stream").forEach(m -> order.append(m.get("name")).append(m.get("text")));
    assertEquals("stdout0stderr0stdout1stderr1stdout2stderr2", order.toString());
  }

  @Test
  void outputOfALongCellIsSeenWhileItRuns() {
    String cell =
        client.send(
            Channel.SHELL,
            "execute_request",
            Client.cell("System.out.println(\"early\"); Thread.sleep(2000);"));
    Received early = client.await(m -> m.parent().equals(cell) && m.type().equals("stream"), 1500);
    assertNotNull(early);
    client.answer(cell);
  }

  @Test
  void historyGivesTailRangeAndSearch() {
    client.execute("int remembered = 1;");
    client.execute("remembered + 1");
    Map<String, Object> tail =
        client
            .ask("history_request", Map.of("hist_access_type", "tail", "n", 2, "output", true))
            .reply()
            .content();
    List<?> rows = (List<?>) tail.get("history");
    assertEquals(List.of("remembered + 1", "2"), ((List<?>) rows.get(1)).get(2));
    List<?> found =
        (List<?>)
            client
                .ask("history_request", Map.of("hist_access_type", "search", "pattern", "int rem*"))
                .reply()
                .content()
                .get("history");
    assertEquals("int remembered = 1;", ((List<?>) found.get(found.size() - 1)).get(2));
    Answer wrong = client.ask("history_request", Map.of("hist_access_type", "guess"));
    assertTrue(wrong.reply().content().get("evalue").toString().contains("guess"));
  }

  @Test
  void aCommToNobodyIsClosedAgain() {
    Answer answer =
        client.answer(
            client.send(
                Channel.SHELL,
                "comm_open",
                Map.of("comm_id", "x1", "target_name", "nobody", "data", Map.of())));
    assertEquals("x1", answer.contents("comm_close").get(0).get("comm_id"));
    Answer open = client.ask("comm_info_request", Map.of());
    assertEquals(Map.of(), open.reply().content().get("comms"));
  }

  @Test
  void subshellsRunBesideTheMainShell() {
    String id =
        (String)
            client
                .askControl("create_subshell_request", Map.of())
                .reply()
                .content()
                .get("subshell_id");
    Answer list = client.askControl("list_subshell_request", Map.of());
    assertEquals(List.of(id), list.reply().content().get("subshell_id"));
    String comm =
        client.send(
            Channel.SHELL,
            "comm_open",
            Map.of("comm_id", "s1", "target_name", "nobody", "data", Map.of()),
            Map.of("subshell_id", id),
            List.of());
    assertNotNull(client.answer(comm));
    assertEquals(
        "ok", client.askControl("delete_subshell_request", Map.of("subshell_id", id)).status());
    assertEquals(
        "error", client.askControl("delete_subshell_request", Map.of("subshell_id", id)).status());
    String lost =
        client.send(
            Channel.SHELL,
            "execute_request",
            Client.cell("1"),
            Map.of("subshell_id", id),
            List.of());
    assertEquals("error", client.answer(lost).status());
  }

  @Test
  void theDebuggersStateIsToldAndItsCommandsRefused() {
    Answer info =
        client.askControl(
            "debug_request", Map.of("type", "request", "seq", 7, "command", "debugInfo"));
    assertEquals(true, info.reply().content().get("success"));
    assertEquals(false, ((Map<?, ?>) info.reply().content().get("body")).get("isStarted"));
    Answer attach =
        client.askControl(
            "debug_request", Map.of("type", "request", "seq", 8, "command", "attach"));
    assertEquals(false, attach.reply().content().get("success"));
  }

  @Test
  void theHeartbeatEchoes() {
    try (org.zeromq.ZContext context = new org.zeromq.ZContext()) {
      org.zeromq.ZMQ.Socket heart = context.createSocket(org.zeromq.SocketType.DEALER);
      heart.connect(kernel.endpoint(Channel.HEARTBEAT));
      heart.setReceiveTimeOut(3000);
      heart.sendMore("");
      heart.send("ping");
      assertEquals("", heart.recvStr());
      assertEquals("ping", heart.recvStr());
    }
  }

  @Test
  void afterShutdownTheProcessIsGoneWithinASecond() throws Exception {
    try (KernelProcess other = KernelProcess.start();
        Client its = new Client(other.connection()).ready()) {
      its.execute("new Thread(() -> { while (true) {} }).start();");
      long start = System.nanoTime();
      Answer answer = its.askControl("shutdown_request", Map.of("restart", true));
      assertEquals(true, answer.reply().content().get("restart"));
      assertTrue(other.process().waitFor(1500, TimeUnit.MILLISECONDS));
      assertTrue(System.nanoTime() - start < 1_500_000_000L);
    }
  }
}
