package org.jacobean.display.widget;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A button that calls back when it is pressed. */
public final class Button extends Controls<String, Button> {
  private final List<Runnable> actions = new CopyOnWriteArrayList<>();

  public Button(String description) {
    super("Button", "ButtonStyle", "description");
    set("tooltip", null);
    set("icon", "");
    set("button_style", "");
    description(description);
  }

  public Button onClick(Runnable action) {
    actions.add(action);
    return this;
  }

  @Override
  protected void received(Map<String, @Nullable Object> content, List<byte[]> buffers) {
    if ("click".equals(content.get("event"))) {
      actions.forEach(Runnable::run);
    }
  }

  @Override
  String typed(@Nullable Object raw) {
    return raw == null ? "" : raw.toString();
  }

  @Override
  protected String plain() {
    return "Button(" + value() + ")";
  }
}
