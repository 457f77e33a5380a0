package org.jacobean.kernel.session.compile;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a jar by package, read from its directory. The compiler's own way through a zip
 * file system visits every file of the jar, which for one that holds twenty thousand takes longer
 * than all else of a first cell.
 */
final class JarClasses {
  private static final String SUFFIX = ".class";

  private final Path jar;
  private @Nullable Map<String, List<String>> names;

  private JarClasses(Path jar) {
    this.jar = jar;
  }

  /** The jar at a place, or nothing when that is a folder or no file. */
  static @Nullable JarClasses at(Path place) {
    return place.toString().endsWith(".jar") && place.toFile().isFile()
        ? new JarClasses(place)
        : null;
  }

  /** The class files of one package; none when the jar does not hold it. */
  List<JavaFileObject> in(String packageName) throws IOException {
    List<JavaFileObject> found = new ArrayList<>();
    for (String name : names().getOrDefault(packageName, List.of())) {
      found.add(new Entry(packageName.isEmpty() ? name : packageName + '.' + name));
    }
    return found;
  }

  private synchronized Map<String, List<String>> names() throws IOException {
    if (names == null) {
      names = read();
    }
    return names;
  }

  private Map<String, List<String>> read() throws IOException {
    Map<String, List<String>> read = new HashMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
        String path = e.nextElement().getName();
        if (path.endsWith(SUFFIX) && !path.startsWith("META-INF/")) {
          int slash = path.lastIndexOf('/');
          read.computeIfAbsent(
                  slash < 0 ? "" : path.substring(0, slash).replace('/', '.'),
                  packageName -> new ArrayList<>())
              .add(path.substring(slash + 1, path.length() - SUFFIX.length()));
        }
      }
    }
    return read;
  }

  /** A class in the jar, opened only when the compiler reads it. */
  final class Entry extends SimpleJavaFileObject {
    private final String name;

    private Entry(String name) {
      super(address(name), Kind.CLASS);
      this.name = name;
    }

    /** With dots, as the class file has it with slashes. */
    String binaryName() {
      return name;
    }

    @Override
    public InputStream openInputStream() throws IOException {
      try (ZipFile zip = new ZipFile(jar.toFile())) {
        ZipEntry entry = zip.getEntry(path(name));
        if (entry == null) {
          throw new IOException(path(name) + " is gone from " + jar);
        }
        return new java.io.ByteArrayInputStream(zip.getInputStream(entry).readAllBytes());
      }
    }
  }

  private static URI address(String name) {
    try {
      return new URI("mem", null, '/' + path(name), null);
    } catch (URISyntaxException impossible) {
      throw new AssertionError("the constructor quotes what needs it", impossible);
    }
  }

  private static String path(String name) {
    return name.replace('.', '/') + SUFFIX;
  }
}
