package org.jacobean.magics.show;

import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jacobean.display.Bundle;
import org.jacobean.display.value.Renderings;
import org.jacobean.kernel.extend.ValueRenderer;

/** Shows a cell's value by the renderings of the display module and those the user registered. */
public final class Looks implements ValueRenderer {
  private final Renderings renderings = Renderings.ofNotebook();

  @Override
  public boolean renders(Object value) {
    return renderings.knows(value);
  }

  /** A rendering that fails must not hide the value it was asked to show. */
  @Override
  public DisplayData render(Object value) {
    try {
      return renderings
          .render(value)
          .orElseGet(() -> Bundle.of(String.valueOf(value)))
          .toDisplayData();
    } catch (RuntimeException failed) {
      return Bundle.of(value.getClass().getName() + " (its rendering failed: " + failed + ")")
          .toDisplayData();
    }
  }
}
