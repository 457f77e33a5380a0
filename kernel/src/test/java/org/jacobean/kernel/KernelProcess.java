package org.jacobean.kernel;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jacobean.kernel.wire.Channel;
import org.jacobean.kernel.wire.Connection;
import org.jacobean.kernel.wire.Json;
import org.jacobean.kernel.wire.WireException;

/** A kernel in a process of its own, as Jupyter starts it. */
final class KernelProcess implements AutoCloseable {
  private final Path folder;
  private final Connection connection;
  private final Process process;

  private KernelProcess(Path folder, Connection connection, Process process) {
    this.folder = folder;
    this.connection = connection;
    this.process = process;
  }

  static KernelProcess start(String... jvmOptions) throws IOException, WireException {
    return start("tcp", Map.of(), jvmOptions);
  }

  static KernelProcess start(
      String transport, Map<String, String> environment, String... jvmOptions)
      throws IOException, WireException {
    Path folder = Files.createTempDirectory("kernel");
    Path file = folder.resolve("connection.json");
    Files.write(file, Json.write(connectionFile(transport, folder)));
    List<String> command = new ArrayList<>(listeningToInterrupts());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(exports());
    command.add("-XX:+UseSerialGC"); // as the installer writes it
    command.addAll(Arrays.asList(jvmOptions));
    command.addAll(
        List.of(
            "-ea",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            environment.getOrDefault("EXTRA_CLASSPATH", "")
                + File.pathSeparator
                + System.getProperty("java.class.path"),
            "org.jacobean.kernel.Main",
            file.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("JACOBEAN_HISTORY", folder.resolve("history.sqlite").toString());
    builder.environment().remove("JPY_PARENT_PID");
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
    return new KernelProcess(folder, Connection.read(file), builder.start());
  }

  /** A shell ignores SIGINT in what it runs in the background, and a JVM leaves it so. */
  private static List<String> listeningToInterrupts() {
    List<String> env = List.of("env", "--default-signal=INT");
    try {
      Process tried = new ProcessBuilder(env.get(0), env.get(1), "true").start();
      return tried.waitFor() == 0 ? env : List.of();
    } catch (IOException noEnv) {
      return List.of();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What this test's JVM was let into of the compiler, the kernel must be too. */
  private static List<String> exports() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("--add-exports"))
        .toList();
  }

  private static Map<String, Object> connectionFile(String transport, Path folder)
      throws IOException {
    Map<String, Object> json =
        new java.util.LinkedHashMap<>(
            Map.of(
                "transport",
                transport,
                "ip",
                transport.equals("tcp") ? "127.0.0.1" : folder.resolve("ipc").toString(),
                "key",
                UUID.randomUUID().toString(),
                "signature_scheme",
                "hmac-sha256"));
    List<ServerSocket> held = new ArrayList<>();
    for (String port : List.of("shell", "control", "stdin", "iopub", "hb")) {
      ServerSocket socket = new ServerSocket(0);
      held.add(socket);
      json.put(port + "_port", socket.getLocalPort());
    }
    for (ServerSocket socket : held) {
      socket.close();
    }
    return json;
  }

  Connection connection() {
    return connection;
  }

  String endpoint(Channel channel) {
    return connection.endpoint(channel);
  }

  Process process() {
    return process;
  }

  /** What the kernel logged. */
  String log() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(3, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (File file : folder.toFile().listFiles()) {
      file.delete();
    }
    folder.toFile().delete();
  }
}
