package org.jacobean.install;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The file {@code kernel.json}.
 *
 * @param argv the kernel's command line: one process, no shim
 * @param displayName what the launcher shows
 * @param environment added to the kernel's
 */
record KernelSpec(List<String> argv, String displayName, Map<String, String> environment) {
  static final String FILE = "kernel.json";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  String json() {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("argv", argv);
    spec.put("display_name", displayName);
    spec.put("language", "java");
    spec.put("interrupt_mode", "message");
    spec.put("env", environment);
    spec.put("metadata", Map.of("debugger", false));
    try {
      return JSON.writeValueAsString(spec) + "\n";
    } catch (IOException impossible) {
      throw new AssertionError("strings and lists always become JSON", impossible);
    }
  }

  static KernelSpec read(Path folder) throws IOException {
    JsonNode spec = JSON.readTree(Files.readString(folder.resolve(FILE)));
    List<String> argv = new ArrayList<>();
    spec.path("argv").forEach(word -> argv.add(word.asText()));
    Map<String, String> environment = new LinkedHashMap<>();
    spec.path("env")
        .properties()
        .forEach(entry -> environment.put(entry.getKey(), entry.getValue().asText()));
    return new KernelSpec(argv, spec.path("display_name").asText(), environment);
  }

  /** The command line as a front end would start it. */
  List<String> command(Path folder, Path connectionFile) {
    return argv.stream()
        .map(word -> word.replace("{connection_file}", connectionFile.toString()))
        .map(word -> word.replace("{resource_dir}", folder.toString()))
        .toList();
  }
}
