package org.jacobean.kernel.session.load;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds every class a session can name: those of its cells, then the JDK's, then the user's jars
 * (rewritten as they load), then the kernel's own. A jar of the user's so wins over a library the
 * kernel happens to bring, except for the types both share.
 */
public final class SessionLoader extends URLClassLoader implements UnaryOperator<byte[]> {
  static final String PACKAGE = "REPL.";
  private static final List<String> SHARED =
      List.of(
          "org.jacobean.",
          "org.dflib.jjava.",
          "io.github.spencerpark.",
          // Opens a browser window; ours shows the page below the cell.
          "tech.tablesaw.plotly.display.Browser");

  /** Ours alone: what cannot be renamed, since its native code names it. */
  private static final List<String> HIDDEN = List.of("org.sqlite.");

  private static final Set<String> PLATFORM =
      ModuleLayer.boot().modules().stream()
          .filter(Module::isNamed)
          .flatMap(module -> module.getPackages().stream())
          .collect(Collectors.toUnmodifiableSet());

  static {
    registerAsParallelCapable();
  }

  private static final int SWEEP = 500;
  private int placed;
  private final Map<String, WeakReference<SnippetLoader>> directory = new ConcurrentHashMap<>();
  private final SessionPort port;

  public SessionLoader(ClassLoader parent, SessionPort port) {
    super("session", new URL[0], parent);
    this.port = port;
  }

  /** What the session gives to its own generated code; see {@link SessionPort}. */
  SessionPort port() {
    return port;
  }

  /** Lets later lookups see more libraries. */
  public void add(Path entry) throws MalformedURLException {
    addURL(entry.toUri().toURL());
  }

  /** A fresh loader for one unit. */
  public SnippetLoader snippetLoader() {
    return new SnippetLoader(this);
  }

  /** Puts a class into a loader and into the directory; {@code source} is its cell's text. */
  public void place(String name, byte[] bytes, String source, SnippetLoader loader) {
    loader.add(name, bytes, source);
    directory.put(name, new WeakReference<>(loader));
    if (++placed % SWEEP == 0) {
      sweep();
    }
  }

  /** The loader that holds a session class now. */
  public @Nullable SnippetLoader holder(String name) {
    WeakReference<SnippetLoader> entry = directory.get(name);
    return entry == null ? null : entry.get();
  }

  /**
   * A session class, loaded. Not {@code Class.forName} with this loader: the virtual machine would
   * then note this loader as one that knows the class, and never unload it.
   */
  public Class<?> sessionClass(String name) throws ClassNotFoundException {
    SnippetLoader loader = holder(name);
    if (loader == null) {
      throw new ClassNotFoundException(name);
    }
    return loader.loadClass(name);
  }

  /** The bytes of a session class as compiled. */
  public byte @Nullable [] bytes(String name) {
    SnippetLoader loader = holder(name);
    return loader == null ? null : loader.bytes(name);
  }

  /** The text of the cell a session class was written in. */
  public @Nullable String source(String name) {
    SnippetLoader loader = holder(name);
    return loader == null ? null : loader.source(name);
  }

  /** Forgets names whose classes are gone. */
  public void sweep() {
    directory.values().removeIf(entry -> entry.get() == null);
  }

  static String className(String path) {
    return path.endsWith(".class")
        ? path.substring(0, path.length() - ".class".length()).replace('/', '.')
        : "";
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.startsWith(PACKAGE)) {
      SnippetLoader loader = holder(name);
      if (loader == null) {
        throw new ClassNotFoundException(name);
      }
      return loader.loadClass(name, resolve);
    }
    return fromParentFirst(name) ? super.loadClass(name, resolve) : ownFirst(name);
  }

  private static boolean fromParentFirst(String name) {
    int dot = name.lastIndexOf('.');
    return SHARED.stream().anyMatch(name::startsWith)
        || (dot > 0 && PLATFORM.contains(name.substring(0, dot)));
  }

  private Class<?> ownFirst(String name) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      URL resource = findResource(name.replace('.', '/') + ".class");
      if (resource == null && HIDDEN.stream().anyMatch(name::startsWith)) {
        throw new ClassNotFoundException(name);
      }
      return resource == null ? getParent().loadClass(name) : define(name, resource);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    URL resource = findResource(name.replace('.', '/') + ".class");
    if (resource == null) {
      throw new ClassNotFoundException(name);
    }
    return define(name, resource);
  }

  private Class<?> define(String name, URL resource) throws ClassNotFoundException {
    try (InputStream in = resource.openStream()) {
      byte[] bytes = LoadHook.rewrite(in.readAllBytes(), false);
      CodeSource source = new CodeSource(resource, (Certificate[]) null);
      return defineClass(
          name, bytes, 0, bytes.length, new ProtectionDomain(source, null, this, null));
    } catch (IOException failure) {
      throw new ClassNotFoundException(name, failure);
    }
  }

  @Override
  public @Nullable URL getResource(String path) {
    URL own = findResource(path);
    return own == null ? super.getResource(path) : own;
  }

  /** Session classes as they were compiled, libraries' as they lie in their jars. */
  @Override
  public @Nullable InputStream getResourceAsStream(String path) {
    byte[] bytes = bytes(className(path));
    return bytes == null ? super.getResourceAsStream(path) : new ByteArrayInputStream(bytes);
  }

  /** What is generated beside a class of this loader's gets its checks too. */
  @Override
  public byte[] apply(byte[] generated) {
    return LoadHook.rewrite(generated, false);
  }
}
