package org.jacobean.kernel.session.compile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * The compiler's view of files: session classes from memory, and of those only the ones wanted; the
 * jars the kernel itself came with by their directories; the rest as the compiler finds it.
 */
final class MemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
  static final String PACKAGE = "REPL";
  private Map<String, ClassFile> visible = Map.of();
  private final List<Output> outputs = new ArrayList<>();
  private final List<JarClasses> jars;
  private final Map<String, Set<String>> spokenOf = new HashMap<>();

  MemoryFiles(StandardJavaFileManager files, List<JarClasses> jars) {
    super(files);
    this.jars = jars;
  }

  /** Begins a pass that may see these session classes. */
  void begin(Map<String, ClassFile> classes) {
    visible = classes;
    outputs.clear();
  }

  List<ClassFile> written() {
    return outputs.stream().map(Output::classFile).toList();
  }

  /** The flat names of all session classes that the compiler may know after this pass. */
  Set<String> names() {
    Set<String> names = new HashSet<>();
    outputs.forEach(output -> names.add(output.name));
    for (ClassFile file : visible.values()) {
      names.add(file.name());
      names.addAll(spokenOf.computeIfAbsent(file.name(), name -> references(file)));
    }
    return names;
  }

  private static Set<String> references(ClassFile file) {
    Set<String> names = new HashSet<>();
    References.of(List.of(file)).classes().forEach(name -> names.add(name.replace('/', '.')));
    return names;
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String name, Kind kind, FileObject sibling) {
    Output output = new Output(name);
    outputs.add(output);
    return output;
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<Kind> kinds, boolean recurse) throws IOException {
    if (!packageName.equals(PACKAGE)) {
      Iterable<JavaFileObject> onDisk = super.list(location, packageName, kinds, recurse);
      return location == StandardLocation.CLASS_PATH && kinds.contains(Kind.CLASS)
          ? withJars(onDisk, packageName)
          : onDisk;
    }
    if (location != StandardLocation.CLASS_PATH || !kinds.contains(Kind.CLASS)) {
      return List.of();
    }
    return visible.values().stream().<JavaFileObject>map(Input::new).toList();
  }

  /** What the user added comes first, and so wins. */
  private Iterable<JavaFileObject> withJars(Iterable<JavaFileObject> onDisk, String packageName)
      throws IOException {
    List<JavaFileObject> all = new ArrayList<>();
    onDisk.forEach(all::add);
    for (JarClasses jar : jars) {
      all.addAll(jar.in(packageName));
    }
    return all;
  }

  @Override
  public @Nullable String inferBinaryName(Location location, JavaFileObject file) {
    if (file instanceof JarClasses.Entry entry) {
      return entry.binaryName();
    }
    return file instanceof Input input ? input.file.name() : super.inferBinaryName(location, file);
  }

  @Override
  public boolean hasLocation(JavaFileManager.Location location) {
    return location != StandardLocation.ANNOTATION_PROCESSOR_PATH && super.hasLocation(location);
  }

  /** Source text under a cell's name. */
  static final class Source extends SimpleJavaFileObject {
    final SourceUnit unit;

    Source(SourceUnit unit) {
      super(address(unit.label()), Kind.SOURCE);
      this.unit = unit;
    }

    private static URI address(String label) {
      return URI.create("mem:///" + percent(label.replace('/', '_')));
    }

    private static String percent(String label) {
      return java.net.URLEncoder.encode(label, java.nio.charset.StandardCharsets.UTF_8)
          .replace("+", "%20");
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return unit.text();
    }

    /** A cell's name is no class name; javac need not compare them. */
    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
      return true;
    }
  }

  private static final class Input extends SimpleJavaFileObject {
    private final ClassFile file;

    Input(ClassFile file) {
      super(URI.create("mem:///" + file.name().replace('.', '/') + ".class"), Kind.CLASS);
      this.file = file;
    }

    @Override
    public InputStream openInputStream() {
      return new ByteArrayInputStream(file.bytes());
    }
  }

  private static final class Output extends SimpleJavaFileObject {
    private final String name;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);

    Output(String name) {
      super(URI.create("mem:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
      this.name = name;
    }

    ClassFile classFile() {
      return new ClassFile(name, bytes.toByteArray());
    }

    @Override
    public OutputStream openOutputStream() {
      return bytes;
    }
  }
}
