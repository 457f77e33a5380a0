package org.jacobean.autodiff.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Classes compiled in memory from sources, whose loader serves their bytes. */
final class CompiledSources extends ClassLoader {
  private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

  CompiledSources(Map<String, String> sources) {
    super(CompiledSources.class.getClassLoader());
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    List<JavaFileObject> units = new ArrayList<>();
    sources.forEach((name, text) -> units.add(source(name, text)));
    JavaFileManager files =
        new ForwardingJavaFileManager<>(javac.getStandardFileManager(null, null, null)) {
          @Override
          public JavaFileObject getJavaFileForOutput(
              Location l, String name, JavaFileObject.Kind k, FileObject sibling) {
            return output(name);
          }
        };
    if (!javac
        .getTask(null, files, null, List.of("-g", "-nowarn", "-proc:none"), null, units)
        .call()) throw new AssertionError("the sources do not compile");
  }

  private static JavaFileObject source(String name, String text) {
    return new SimpleJavaFileObject(
        URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignore) {
        return text;
      }
    };
  }

  private JavaFileObject output(String name) {
    return new SimpleJavaFileObject(
        URI.create("mem:///" + name + ".class"), JavaFileObject.Kind.CLASS) {
      @Override
      public OutputStream openOutputStream() {
        return classes.computeIfAbsent(name, n -> new ByteArrayOutputStream());
      }
    };
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    ByteArrayOutputStream b = classes.get(name);
    if (b == null) throw new ClassNotFoundException(name);
    return defineClass(name, b.toByteArray(), 0, b.size());
  }

  @Override
  public InputStream getResourceAsStream(String file) {
    ByteArrayOutputStream b =
        file.endsWith(".class")
            ? classes.get(file.substring(0, file.length() - 6).replace('/', '.'))
            : null;
    return b != null ? new ByteArrayInputStream(b.toByteArray()) : super.getResourceAsStream(file);
  }
}
