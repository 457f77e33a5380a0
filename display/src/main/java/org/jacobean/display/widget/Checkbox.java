package org.jacobean.display.widget;

import org.jspecify.annotations.Nullable;

/** A box to tick. */
public final class Checkbox extends Controls<Boolean, Checkbox> {
  public Checkbox(String description) {
    super("Checkbox", "CheckboxStyle", "value");
    set("indent", false);
    set("value", false);
    description(description);
  }

  @Override
  Boolean typed(@Nullable Object raw) {
    return Boolean.TRUE.equals(raw);
  }
}
