package org.jacobean.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A kernel started from a command line, talked to as a front end would. */
final class RunningKernel implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration HANDSHAKE = Duration.ofSeconds(2);

  private final Path folder;
  private final Path log;
  private final Process process;
  private final Connection connection;
  private KernelClient client;

  /** Starts a command in which {@code {connection_file}} stands for the connection file. */
  RunningKernel(List<String> command, Map<String, String> environment) throws IOException {
    folder = Files.createTempDirectory("jacobean");
    log = folder.resolve("kernel.log");
    Path file = folder.resolve("connection.json");
    connection = Connection.free();
    connection.write(file);
    ProcessBuilder builder =
        new ProcessBuilder(
            command.stream()
                .map(word -> word.replace("{connection_file}", file.toString()))
                .toList());
    builder.environment().putAll(environment);
    process =
        builder
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    client = new KernelClient(connection);
  }

  /** Waits until the kernel answers on every channel; a process that ends first is a failure. */
  RunningKernel ready() throws InstallException {
    for (Instant end = Instant.now().plus(PATIENCE); Instant.now().isBefore(end); ) {
      if (!process.isAlive()) {
        throw new InstallException.KernelFailed(
            "The kernel ended with code " + process.exitValue() + ". It said: " + said(), null);
      }
      try {
        client.ask("kernel_info_request", Map.of(), HANDSHAKE);
        return this;
      } catch (IOException notYet) {
        // not there yet, or JeroMQ's subscriber has fallen asleep, as it now and then does
        client.close();
        client = new KernelClient(connection);
      }
    }
    throw new InstallException.KernelFailed(
        "The kernel did not answer within " + PATIENCE.toSeconds() + " s. It said: " + said(),
        null);
  }

  /** Runs a cell; fails when it does not end well. */
  KernelClient.Answer run(String code) throws InstallException {
    KernelClient.Answer answer = patiently(() -> client.execute(code, PATIENCE));
    if (!answer.reply().at("/content/status").asText().equals("ok")) {
      throw new InstallException.KernelFailed(
          "The kernel could not run " + code + ": " + answer.reply().path("content"), null);
    }
    return answer;
  }

  KernelClient.Answer ask(String type, Map<String, Object> content) throws InstallException {
    return patiently(() -> client.ask(type, content, PATIENCE));
  }

  /** Asks the kernel to end and waits until it has. */
  void shutdown(Duration limit) throws InstallException {
    try {
      client.shutdown(PATIENCE);
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new InstallException.KernelFailed(
            "The kernel was still there " + limit.toSeconds() + " s after shutdown", null);
      }
    } catch (IOException e) {
      throw failed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(e);
    }
  }

  private interface Exchange {
    KernelClient.Answer take() throws IOException;
  }

  private KernelClient.Answer patiently(Exchange exchange) throws InstallException {
    try {
      return exchange.take();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private InstallException failed(Exception e) {
    return new InstallException.KernelFailed(
        "The kernel does not answer (" + e.getMessage() + "). It said: " + said(), e);
  }

  private String said() {
    try {
      String text = Files.readString(log).strip();
      return text.isEmpty() ? "nothing" : text;
    } catch (IOException unreadable) {
      return "nothing";
    }
  }

  @Override
  public void close() {
    client.close();
    process.destroyForcibly();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
      Folders.delete(folder);
    } catch (IOException leftBehind) {
      // a temporary folder; the system clears it
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
