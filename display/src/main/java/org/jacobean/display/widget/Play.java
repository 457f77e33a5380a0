package org.jacobean.display.widget;

import org.jspecify.annotations.Nullable;

/** Counts up by itself: play, pause, stop. */
public final class Play extends Controls<Integer, Play> {
  public Play(int min, int max) {
    super("Play", "DescriptionStyle", "value");
    set("min", min);
    set("max", max);
    set("step", 1);
    set("interval", 200);
    set("repeat", false);
    set("playing", false);
    set("show_repeat", true);
    set("value", min);
  }

  /** Milliseconds from one number to the next. */
  public Play interval(int milliseconds) {
    set("interval", milliseconds);
    return this;
  }

  @Override
  Integer typed(@Nullable Object raw) {
    return raw instanceof Number n ? n.intValue() : 0;
  }
}
