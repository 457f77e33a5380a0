package org.jacobean.kernel.session.complete;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All public names of packages and classes by their qualified name, read when first asked for. */
public final class Packages {
  private final java.util.function.Supplier<Collection<Path>> classpath;
  private @Nullable NavigableSet<String> names;

  public Packages(java.util.function.Supplier<Collection<Path>> classpath) {
    this.classpath = classpath;
  }

  /** The class path has changed: read it again when next asked. */
  public synchronized void forget() {
    names = null;
  }

  /** Offers what lies directly under a prefix such as {@code java.util.}. */
  void offer(String prefix, Items items) {
    for (String name : names().subSet(prefix, prefix + Character.MAX_VALUE)) {
      String rest = name.substring(prefix.length());
      int dot = rest.indexOf('.');
      String word = dot < 0 ? rest : rest.substring(0, dot);
      boolean isPackage = dot >= 0;
      items.add(word, isPackage ? "module" : "class", prefix + word);
    }
    if (prefix.endsWith(".") && items.wants("*")) {
      items.add("*", "module", "everything in " + prefix.substring(0, prefix.length() - 1));
    }
  }

  /** The first words of all packages. */
  void offerRoots(Items items) {
    for (String root : new String[] {"java", "javax", "org", "com"}) {
      items.add(root, "module", "package " + root);
    }
  }

  private synchronized NavigableSet<String> names() {
    if (names == null) {
      NavigableSet<String> all = new TreeSet<>();
      platform(all);
      classpath.get().forEach(entry -> jar(entry, all));
      names = all;
    }
    return names;
  }

  private static void platform(NavigableSet<String> all) {
    Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
    for (Module module : ModuleLayer.boot().modules()) {
      ModuleDescriptor descriptor = module.getDescriptor();
      if (descriptor == null) {
        continue;
      }
      for (ModuleDescriptor.Exports exported : descriptor.exports()) {
        if (!exported.isQualified() && exported.source().startsWith("java")) {
          Path folder =
              modules.resolve(module.getName()).resolve(exported.source().replace('.', '/'));
          classes(folder, exported.source(), all);
        }
      }
    }
  }

  private static void classes(Path folder, String packageName, NavigableSet<String> all) {
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".class") && !name.contains("$"))
          .forEach(name -> all.add(packageName + "." + name.replace(".class", "")));
    } catch (IOException none) {
      // no classes to offer there
    }
  }

  private static void jar(Path entry, NavigableSet<String> all) {
    if (!Files.isRegularFile(entry)) {
      return;
    }
    try (JarFile jar = new JarFile(entry.toFile())) {
      jar.stream()
          .map(java.util.zip.ZipEntry::getName)
          .filter(n -> n.endsWith(".class") && !n.contains("$") && !n.startsWith("META-INF"))
          .filter(n -> !n.endsWith("-info.class"))
          .forEach(n -> all.add(n.substring(0, n.length() - 6).replace('/', '.')));
    } catch (IOException unreadable) {
      // the compiler says so when a cell needs it
    }
  }
}
