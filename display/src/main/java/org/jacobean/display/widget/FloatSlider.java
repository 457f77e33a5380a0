package org.jacobean.display.widget;

import org.jspecify.annotations.Nullable;

/** A slider over real numbers. */
public final class FloatSlider extends Controls<Double, FloatSlider> {
  public FloatSlider(double min, double max, double step) {
    super("FloatSlider", "SliderStyle", "value");
    set("min", min);
    set("max", max);
    set("step", step);
    set("readout", true);
    set("readout_format", ".3~f");
    set("continuous_update", true);
    set("value", min);
  }

  /** Whether every move counts, or only where the slider comes to rest. */
  public FloatSlider continuous(boolean everyMove) {
    set("continuous_update", everyMove);
    return this;
  }

  @Override
  Double typed(@Nullable Object raw) {
    return raw instanceof Number n ? n.doubleValue() : 0.0;
  }
}
