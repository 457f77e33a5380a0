package org.jacobean.display.widget;

import java.util.List;

/** Two values that follow one another in the page itself, kernel or not. */
public final class JsLink extends Widget {
  private JsLink(Controls<?, ?> source, Controls<?, ?> target) {
    super(Controls.CONTROLS, Controls.VERSION, "LinkModel", null);
    set("source", List.of(source, source.key()));
    set("target", List.of(target, target.key()));
  }

  /** Links two controls; whatever moves one moves the other. */
  public static JsLink of(Controls<?, ?> source, Controls<?, ?> target) {
    JsLink link = new JsLink(source, target);
    link.id();
    return link;
  }

  @Override
  protected String plain() {
    return "link";
  }
}
