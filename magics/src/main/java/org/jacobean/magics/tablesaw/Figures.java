package org.jacobean.magics.tablesaw;

import java.util.UUID;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jacobean.kernel.extend.ValueRenderer;

/** A jsplot {@code Figure} as a cell's value, of whatever version. */
public final class Figures implements ValueRenderer {
  @Override
  public boolean renders(Object value) {
    for (Class<?> c = value.getClass(); c != null; c = c.getSuperclass()) {
      if (c.getName().equals("tech.tablesaw.plotly.components.Figure")) {
        return true;
      }
    }
    return false;
  }

  @Override
  public DisplayData render(Object value) {
    String division = "figure" + UUID.randomUUID().toString().replace("-", "");
    try {
      var script = value.getClass().getMethod("asJavascript", String.class);
      return new PlotlyFigure(division, (String) script.invoke(value, division)).bundle();
    } catch (ReflectiveOperationException e) {
      return new DisplayData(value + " (cannot be drawn: " + e + ")");
    }
  }
}
