package org.jacobean.kernel.bridge;

import java.util.function.Function;
import java.util.regex.Pattern;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.DisplayDataRenderable;
import org.jspecify.annotations.Nullable;

/**
 * The kernel as libraries written for JJava know it, made when something first asks: their classes
 * are not loaded for a session that has no such library.
 */
public final class JJava {
  private static final String EXTENSIONS = "META-INF/services/org.dflib.jjava.jupyter.Extension";

  /** The kernel itself, IJava's and JJava's packages, and the methods every cell may call. */
  private static final Pattern NAMES =
      Pattern.compile(
          "ernel|jjava|spencerpark|isplay|render|Magic\\(|clearOutput|\\bshow\\(|\\beval\\(");

  private final Parts parts;
  private Function<Object, @Nullable DisplayData> others = value -> null;
  private volatile @Nullable JJavaKernel kernel;

  public JJava(Parts parts) {
    this.parts = parts;
  }

  /** Who renders what no library registered. */
  void leaveOthersTo(Function<Object, @Nullable DisplayData> renderer) {
    others = renderer;
  }

  /** Before a cell runs: whether it names the classes that lead to the kernel. */
  public void before(String source) {
    if (kernel == null && NAMES.matcher(source).find()) {
      kernel();
    }
  }

  /** Installs the extensions that the class path has by now. */
  public void installExtensions() {
    ClassLoader loader = parts.session().get().loader();
    if (kernel != null || loader.getResource(EXTENSIONS) != null) {
      kernel().installExtensionsOf(loader);
    }
  }

  synchronized JJavaKernel kernel() {
    JJavaKernel made = kernel;
    if (made == null) {
      made = JJavaKernel.of(parts, others);
      kernel = made;
    }
    return made;
  }

  /** How a library registered that this value be shown; null when none did. */
  @Nullable DisplayData render(Object value) {
    JJavaKernel made = kernel;
    if (made == null) {
      return value instanceof DisplayDataRenderable ? kernel().getRenderer().render(value) : null;
    }
    return made.renders(value) ? made.getRenderer().render(value) : null;
  }

  /** The kernel ends. */
  public void close() {
    JJavaKernel made = kernel;
    if (made != null) {
      made.onShutdown(false);
    }
  }
}
