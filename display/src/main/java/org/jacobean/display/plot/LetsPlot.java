package org.jacobean.display.plot;

import java.util.Map;
import org.jacobean.display.DisplayException.Undrawable;
import org.jetbrains.letsPlot.awt.plot.PlotSvgExport;
import org.jetbrains.letsPlot.commons.geometry.DoubleVector;

/** The one place that names Lets-Plot, so that nothing else loads it. */
final class LetsPlot {
  private LetsPlot() {}

  static String svg(Map<String, Object> specification, int width, int height) {
    try {
      return PlotSvgExport.INSTANCE.buildSvgImageFromRawSpecs(
          specification, new DoubleVector(width, height), false);
    } catch (RuntimeException failed) {
      throw new Undrawable("Lets-Plot does not draw this: " + failed.getMessage());
    }
  }
}
