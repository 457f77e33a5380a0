package org.jacobean.display.widget;

/** Widgets one below the other. */
public final class VBox extends Box {
  public VBox(Widget... children) {
    super("VBox", children);
  }
}
