package org.jacobean.magics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.magic.MagicPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pages under {@code docs/magics} are what the magics declare. To write them anew: {@code mvn -pl
 * magics -am test -Dtest=MagicPagesTest -Djacobean.docs=write
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class MagicPagesTest {
  private static final Path PAGES = Path.of("..", "docs", "magics");

  @TempDir Path folder;

  @Test
  void everyMagicHasItsPageAndEveryPageItsMagic() throws Exception {
    Map<String, String> declared = declared();
    if ("write".equals(System.getProperty("jacobean.docs"))) {
      write(declared);
    }
    assertEquals(
        declared,
        written(),
        "docs/magics differs from what the magics declare; the comment of this test tells how to"
            + " write it anew");
  }

  private Map<String, String> declared() {
    List<MagicSpec> magics = new RecordingNotebook(folder).magics();
    var pages = new TreeMap<String, String>();
    magics.forEach(spec -> pages.put(spec.name() + ".md", MagicPage.of(spec).markdown()));
    pages.put("README.md", index(magics));
    return pages;
  }

  private static String index(List<MagicSpec> magics) {
    return magics.stream()
        .map(
            spec ->
                "| [`%s`](%s.md) | %s |"
                    .formatted(
                        MagicPage.of(spec).title().replace(", ", "`, `"),
                        spec.name(),
                        spec.summary().replace("|", "\\|")))
        .collect(
            Collectors.joining(
                "\n",
                "# Magics\n\nMade from what each magic declares; `%name?` shows the same in a"
                    + " notebook.\n\n| magic | |\n| --- | --- |\n",
                "\n"));
  }

  private static Map<String, String> written() throws IOException {
    var pages = new TreeMap<String, String>();
    try (Stream<Path> files = Files.list(PAGES)) {
      for (Path file : files.toList()) {
        pages.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return pages;
  }

  private static void write(Map<String, String> declared) throws IOException {
    Files.createDirectories(PAGES);
    for (String stale : written().keySet()) {
      Files.delete(PAGES.resolve(stale));
    }
    for (Map.Entry<String, String> page : declared.entrySet()) {
      Files.writeString(PAGES.resolve(page.getKey()), page.getValue());
    }
  }
}
