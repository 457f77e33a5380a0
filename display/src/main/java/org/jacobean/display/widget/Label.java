package org.jacobean.display.widget;

import org.jspecify.annotations.Nullable;

/** Text the program sets. */
public final class Label extends Controls<String, Label> {
  public Label(String text) {
    super("Label", "LabelStyle", "value");
    set("value", text);
  }

  @Override
  String typed(@Nullable Object raw) {
    return raw == null ? "" : raw.toString();
  }

  @Override
  protected String plain() {
    return value();
  }
}
