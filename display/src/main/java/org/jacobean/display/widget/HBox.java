package org.jacobean.display.widget;

/** Widgets side by side. */
public final class HBox extends Box {
  public HBox(Widget... children) {
    super("HBox", children);
  }
}
