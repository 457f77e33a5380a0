package org.jacobean.display.widget;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A widget of one's own: a Java class and an ES module whose default export has a {@code render}
 * function, as {@code anywidget} defines it. A {@code double[]} among its values goes over as
 * bytes.
 *
 * <pre>{@code
 * class Counter extends AnyWidget {
 *   Counter() { super("export default { render({ model, el }) { el.textContent = model.get('n') } }"); set("n", 3); }
 * }
 * }</pre>
 */
public abstract class AnyWidget extends Widget {
  private static final String VERSION = "*";

  /**
   * @param module the source of the ES module
   */
  protected AnyWidget(String module) {
    super("anywidget", VERSION, "AnyModel", "AnyView");
    set("layout", new Controls.Plain(Controls.BASE, "Layout"));
    set("_esm", module);
    set("_css", "");
    set("_anywidget_id", getClass().getName());
  }

  /** The source of a module that lies beside a class. */
  protected static String module(Class<?> beside, String file) {
    try (InputStream in = beside.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no " + file + " beside " + beside.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
