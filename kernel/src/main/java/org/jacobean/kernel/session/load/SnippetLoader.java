package org.jacobean.kernel.session.load;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Holds the classes of one compiled unit, and what those refer to, so that a unit nobody needs can
 * be unloaded whatever else the session still holds.
 */
public final class SnippetLoader extends ClassLoader implements UnaryOperator<byte[]> {
  private final SessionLoader session;
  private final Map<String, byte[]> own = new ConcurrentHashMap<>();
  private final Map<String, String> sources = new ConcurrentHashMap<>();
  private final Map<String, SnippetLoader> imports = new ConcurrentHashMap<>();

  SnippetLoader(SessionLoader session) {
    super(session);
    this.session = session;
    setDefaultAssertionStatus(true);
  }

  void add(String name, byte[] bytes, String source) {
    own.put(name, bytes);
    sources.put(name, source);
  }

  @Nullable String source(String name) {
    return sources.get(name);
  }

  public void refer(String name, SnippetLoader loader) {
    if (loader != this) {
      imports.put(name, loader);
    }
  }

  /** The session this class belongs to. */
  public SessionLoader session() {
    return session;
  }

  byte @Nullable [] bytes(String name) {
    return own.get(name);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(SessionLoader.PACKAGE)) {
      return session.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      byte[] bytes = own.get(name);
      if (bytes != null) {
        byte[] rewritten = LoadHook.rewrite(bytes, true);
        return defineClass(name, rewritten, 0, rewritten.length);
      }
    }
    SnippetLoader other = imports.get(name);
    return other == null ? session.loadClass(name, resolve) : other.loadClass(name, resolve);
  }

  /** The bytes as compiled: without checks, as a reader of code wants them. */
  @Override
  public @Nullable InputStream getResourceAsStream(String path) {
    byte[] bytes = own.get(SessionLoader.className(path));
    return bytes == null ? session.getResourceAsStream(path) : new ByteArrayInputStream(bytes);
  }

  /** What is generated beside a class of this loader's gets its checks too. */
  @Override
  public byte[] apply(byte[] generated) {
    return LoadHook.rewrite(generated, false);
  }
}
