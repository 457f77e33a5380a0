package org.jacobean.display.widget;

import org.jspecify.annotations.Nullable;

/** A line of text to type. */
public final class Text extends Controls<String, Text> {
  public Text() {
    super("Text", "TextStyle", "value");
    set("continuous_update", true);
    set("placeholder", "");
    set("value", "");
  }

  /** What stands there in grey while nothing is typed. */
  public Text placeholder(String text) {
    set("placeholder", text);
    return this;
  }

  @Override
  String typed(@Nullable Object raw) {
    return raw == null ? "" : raw.toString();
  }
}
