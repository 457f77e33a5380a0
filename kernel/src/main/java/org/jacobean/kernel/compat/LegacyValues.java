package org.jacobean.kernel.compat;

import io.github.spencerpark.jupyter.kernel.display.DisplayDataRenderable;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jacobean.kernel.extend.ValueRenderer;

/** Values that are IJava's display data, or know how to render themselves for IJava. */
public final class LegacyValues implements ValueRenderer {
  @Override
  public boolean renders(Object value) {
    return value instanceof io.github.spencerpark.jupyter.kernel.display.DisplayData
        || value instanceof DisplayDataRenderable;
  }

  @Override
  public DisplayData render(Object value) {
    return LegacyData.toJJava(
        value instanceof io.github.spencerpark.jupyter.kernel.display.DisplayData ready
            ? ready
            : new Renderer().render(value));
  }
}
