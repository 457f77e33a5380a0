package org.jacobean.display.widget;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the ordinary controls share: a value, a description, a layout and a style. */
public abstract class Controls<T, W extends Controls<T, W>> extends Widget {
  static final String CONTROLS = "@jupyter-widgets/controls";
  static final String BASE = "@jupyter-widgets/base";
  static final String VERSION = "2.0.0";

  private final String key;

  Controls(String name, @Nullable String style, String key) {
    super(CONTROLS, VERSION, name + "Model", name + "View");
    this.key = key;
    set("layout", new Plain(BASE, "Layout"));
    if (style != null) {
      set("style", new Plain(CONTROLS, style));
    }
    set("description", "");
    set("disabled", false);
  }

  /** A model that has no view of its own: a layout, a style. */
  static final class Plain extends Widget {
    Plain(String module, String name) {
      super(module, VERSION, name + "Model", module.equals(BASE) ? name + "View" : "StyleView");
      if (module.equals(CONTROLS)) {
        set("_view_module", BASE);
      }
    }
  }

  @SuppressWarnings("unchecked") // each control names itself as W
  final W self() {
    return (W) this;
  }

  abstract T typed(@Nullable Object raw);

  /** The value now. */
  public T value() {
    return typed(get(key));
  }

  public W value(T value) {
    set(key, value);
    return self();
  }

  /** The text beside it. */
  public W description(String text) {
    set("description", text);
    return self();
  }

  public W disabled(boolean disabled) {
    set("disabled", disabled);
    return self();
  }

  /** Calls back with each new value that the reader sets. */
  public W observe(Consumer<? super T> observer) {
    observe(key, raw -> observer.accept(typed(raw)));
    return self();
  }

  String key() {
    return key;
  }

  @Override
  protected String plain() {
    Object text = get("description");
    return getClass().getSimpleName()
        + "("
        + (text == null || text.equals("") ? "" : text + " = ")
        + value()
        + ")";
  }
}
