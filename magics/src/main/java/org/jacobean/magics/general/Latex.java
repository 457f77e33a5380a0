package org.jacobean.magics.general;

import java.util.List;

/** {@code %%latex}: the cell as LaTeX. */
public final class Latex extends ShownCell {
  public Latex() {
    super(
        "latex",
        "LaTeX",
        "text/latex",
        List.of(),
        "Mathematics between `$…$` or `$$…$$`, or an environment such as `align`.");
  }
}
