package org.jacobean.kernel.protocol;

import java.util.List;
import java.util.Map;
import org.jacobean.kernel.wire.Json;
import org.jspecify.annotations.Nullable;

/** {@code kernel_info_request}: what this kernel is. */
final class About {
  private static final String DOCS = "https://docs.oracle.com/en/java/javase/";
  private final Map<String, @Nullable Object> content;

  About(String version) {
    String feature = String.valueOf(Runtime.version().feature());
    this.content =
        Json.object(
            "status",
            "ok",
            "protocol_version",
            "5.5",
            "implementation",
            "jacobean",
            "implementation_version",
            version,
            "language_info",
            language(),
            "banner",
            "Jacobean " + version + " · Java " + Runtime.version() + " · type %help for help",
            "debugger",
            false,
            "supported_features",
            List.of("kernel subshells"),
            "help_links",
            List.of(
                link("Java " + feature + " API", DOCS + feature + "/docs/api/index.html"),
                link("Java language", "https://docs.oracle.com/javase/specs/"),
                link("Learn Java", "https://dev.java/learn/")));
  }

  private static Map<String, @Nullable Object> language() {
    return Json.object(
        "name",
        "java",
        "version",
        Runtime.version().toString(),
        "mimetype",
        "text/x-java-source",
        "file_extension",
        ".jshell",
        "pygments_lexer",
        "java",
        "codemirror_mode",
        "text/x-java",
        "nbconvert_exporter",
        "script");
  }

  private static Map<String, @Nullable Object> link(String text, String url) {
    return Json.object("text", text, "url", url);
  }

  void handle(Exchange exchange) {
    exchange.reply(content);
  }
}
