package tech.tablesaw.plotly.display;

import java.io.File;
import java.io.IOException;
import org.jacobean.magics.tablesaw.FigurePage;

/** What {@code Plot.show} calls: in a notebook a page is shown below the cell. */
public class Browser {
  public void browse(File page) throws IOException {
    FigurePage.show(page.toPath());
  }
}
