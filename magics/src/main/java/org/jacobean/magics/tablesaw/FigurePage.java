package org.jacobean.magics.tablesaw;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/** A page that {@code Plot.show} wrote, shown below the cell instead of in a window. */
public final class FigurePage {
  private FigurePage() {}

  public static void show(Path page) throws IOException {
    String html = Files.readString(page);
    String division = "figure" + UUID.randomUUID().toString().replace("-", "");
    BaseKernel.notebookKernel().display(bundle(html, division));
  }

  static DisplayData bundle(String html, String division) {
    if (html.contains("Plotly.newPlot")) {
      return PlotlyFigure.ofPage(html, division).bundle();
    }
    var bundle = new DisplayData("A page of HTML");
    bundle.putHTML(html);
    return bundle;
  }
}
