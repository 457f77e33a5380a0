package org.jacobean.display.widget;

import java.util.List;
import java.util.stream.Collectors;

/** Widgets beside or below one another. */
abstract class Box extends Widget {
  private final List<Widget> children;

  Box(String name, Widget... children) {
    super(Controls.CONTROLS, Controls.VERSION, name + "Model", name + "View");
    this.children = List.of(children);
    set("layout", new Controls.Plain(Controls.BASE, "Layout"));
    set("children", this.children);
    set("box_style", "");
  }

  @Override
  protected String plain() {
    return children.stream().map(Widget::plain).collect(Collectors.joining("\n"));
  }
}
