package org.jacobean.magics.maven;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/** A Maven repository on this machine, served over HTTP as Maven Central is. */
final class RepositoryServer implements AutoCloseable {
  private final Path root;
  private final HttpServer server;
  private final Map<String, List<String>> versions = new TreeMap<>();
  final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();
  volatile String password = "";
  volatile long delayMillis;

  RepositoryServer(Path root) throws IOException {
    this.root = root;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/";
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    requests.add(path);
    try (exchange) {
      Thread.sleep(delayMillis);
      if (!password.isEmpty() && !authorised(exchange)) {
        exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"test\"");
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      Path file = root.resolve(path.substring(1));
      if (!Files.isRegularFile(file)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] bytes = Files.readAllBytes(file);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean authorised(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    String expected =
        Base64.getEncoder().encodeToString(("user:" + password).getBytes(StandardCharsets.UTF_8));
    return ("Basic " + expected).equals(header);
  }

  /** Publishes {@code group:artifact:version} with a jar; more lines of its POM as given. */
  void publish(String coordinates, String... pomLines) throws Exception {
    String[] c = coordinates.split(":");
    publishPom(coordinates, "jar", pomLines);
    put(folder(c) + c[1] + "-" + c[2] + ".jar", jar(coordinates));
  }

  void publishPom(String coordinates, String packaging, String... pomLines) throws Exception {
    String[] c = coordinates.split(":");
    String pom =
        "<project><modelVersion>4.0.0</modelVersion><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version><packaging>%s</packaging>%s</project>"
            .formatted(c[0], c[1], c[2], packaging, String.join("\n", pomLines));
    put(folder(c) + c[1] + "-" + c[2] + ".pom", pom.getBytes(StandardCharsets.UTF_8));
    versions.computeIfAbsent(c[0] + ":" + c[1], k -> new ArrayList<>()).add(c[2]);
    metadata(c);
  }

  /**
   * Publishes a build of a snapshot, under its time as repositories do; its jar has build bytes.
   */
  void publishSnapshot(String coordinates, int build) throws Exception {
    publish(coordinates);
    String[] c = coordinates.split(":");
    String version = c[2].replace("SNAPSHOT", "20260101.000000-" + build);
    Path pom = root.resolve(folder(c) + c[1] + "-" + c[2] + ".pom");
    put(folder(c) + c[1] + "-" + version + ".pom", Files.readAllBytes(pom));
    put(folder(c) + c[1] + "-" + version + ".jar", new byte[build]);
    String xml =
        "<metadata><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version><versioning><snapshot><timestamp>20260101.000000</timestamp><buildNumber>%d</buildNumber></snapshot><lastUpdated>2026010100000%d</lastUpdated></versioning></metadata>"
            .formatted(c[0], c[1], c[2], build, build);
    put(folder(c) + "maven-metadata.xml", xml.getBytes(StandardCharsets.UTF_8));
  }

  /** An element {@code <dependency>}; scope and more as written. */
  static String needs(String coordinates, String... more) {
    return "<dependencies>" + dependency(coordinates, more) + "</dependencies>";
  }

  static String dependency(String coordinates, String... more) {
    String[] c = coordinates.split(":");
    String version = c.length > 2 ? "<version>" + c[2] + "</version>" : "";
    return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId>%s%s</dependency>"
        .formatted(c[0], c[1], version, String.join("", more));
  }

  private void metadata(String[] c) throws Exception {
    String all =
        versions.get(c[0] + ":" + c[1]).stream()
            .map(v -> "<version>" + v + "</version>")
            .collect(Collectors.joining());
    String xml =
        "<metadata><groupId>%s</groupId><artifactId>%s</artifactId><versioning><versions>%s</versions></versioning></metadata>"
            .formatted(c[0], c[1], all);
    put(
        c[0].replace('.', '/') + "/" + c[1] + "/maven-metadata.xml",
        xml.getBytes(StandardCharsets.UTF_8));
  }

  private static String folder(String[] c) {
    return c[0].replace('.', '/') + "/" + c[1] + "/" + c[2] + "/";
  }

  void put(String path, byte[] bytes) throws Exception {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    byte[] sum = MessageDigest.getInstance("SHA-1").digest(bytes);
    Files.writeString(root.resolve(path + ".sha1"), HexFormat.of().formatHex(sum));
  }

  Path file(String path) {
    return root.resolve(path);
  }

  /** A jar with one text in it that names the library. */
  private static byte[] jar(String coordinates) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var jar = new JarOutputStream(bytes)) {
      jar.putNextEntry(new ZipEntry("name.txt"));
      jar.write(coordinates.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
