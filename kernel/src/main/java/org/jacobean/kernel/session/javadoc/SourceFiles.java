package org.jacobean.kernel.session.javadoc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The source of public classes, where there is any: the JDK's archive, and for a library the
 * sources jar beside its jar, which is where Maven puts it too.
 */
public final class SourceFiles {
  private static final int KEPT = 24;
  private final Supplier<Collection<Path>> classpath;
  private final Map<Path, ZipFile> open = new LinkedHashMap<>();
  private final Map<String, Optional<Parsed>> parsed =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<Parsed>> eldest) {
          return size() > KEPT;
        }
      };

  public SourceFiles(Supplier<Collection<Path>> classpath) {
    this.classpath = classpath;
  }

  /** The parsed source of a top-level class; empty when no source is to be had. */
  synchronized Optional<Parsed> of(@Nullable String module, String topLevelClass) {
    return parsed.computeIfAbsent(
        topLevelClass, name -> text(module, name.replace('.', '/') + ".java").map(Parsed::of));
  }

  private Optional<String> text(@Nullable String module, String path) {
    if (module != null && !module.isEmpty()) {
      Path archive = Path.of(System.getProperty("java.home"), "lib", "src.zip");
      return read(archive, module + "/" + path);
    }
    for (Path entry : classpath.get()) {
      Optional<String> text = read(sources(entry), path);
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  private static Path sources(Path jar) {
    String name = String.valueOf(jar.getFileName());
    return jar.resolveSibling(name.replaceFirst("\\.jar$", "-sources.jar"));
  }

  private Optional<String> read(Path archive, String path) {
    if (!Files.isRegularFile(archive)) {
      return Optional.empty();
    }
    try {
      ZipFile zip = open.get(archive);
      if (zip == null) {
        zip = new ZipFile(archive.toFile());
        open.put(archive, zip);
      }
      ZipEntry entry = zip.getEntry(path);
      return entry == null
          ? Optional.empty()
          : Optional.of(
              new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
