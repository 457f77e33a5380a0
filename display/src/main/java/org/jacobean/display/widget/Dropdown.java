package org.jacobean.display.widget;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of several words to choose. */
public final class Dropdown extends Controls<String, Dropdown> {
  private final List<String> options;

  public Dropdown(String... options) {
    super("Dropdown", "DescriptionStyle", "index");
    if (options.length == 0) {
      throw new IllegalArgumentException("a dropdown needs something to choose from");
    }
    this.options = List.of(options);
    set("_options_labels", this.options);
    set("index", 0);
  }

  @Override
  public Dropdown value(String option) {
    int index = options.indexOf(option);
    if (index < 0) {
      throw new IllegalArgumentException("\"" + option + "\" is none of the options " + options);
    }
    set("index", index);
    return this;
  }

  @Override
  String typed(@Nullable Object raw) {
    return options.get(raw instanceof Number n ? n.intValue() : 0);
  }
}
