package org.jacobean.magics.show;

import java.util.List;
import org.jacobean.kernel.extend.NotebookDefaults;

/**
 * What a notebook may write without importing it: {@code grad(…)}, {@code Plots.line(…)}, {@code
 * Explore.surface(…)}.
 */
public final class Imports implements NotebookDefaults {
  @Override
  public List<String> imports() {
    return List.of(
        "import static org.jacobean.autodiff.Diff.*;",
        "import org.jacobean.autodiff.Diff;",
        "import org.jacobean.display.plot.Plots;",
        "import org.jacobean.display.live.Explore;",
        "import org.jacobean.display.progress.Progress;");
  }
}
