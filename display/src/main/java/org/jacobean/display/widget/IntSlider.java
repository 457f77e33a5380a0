package org.jacobean.display.widget;

import org.jspecify.annotations.Nullable;

/** A slider over whole numbers. */
public final class IntSlider extends Controls<Integer, IntSlider> {
  public IntSlider(int min, int max) {
    super("IntSlider", "SliderStyle", "value");
    set("min", min);
    set("max", max);
    set("step", 1);
    set("readout", true);
    set("continuous_update", true);
    set("value", min);
  }

  @Override
  Integer typed(@Nullable Object raw) {
    return raw instanceof Number n ? n.intValue() : 0;
  }
}
