package org.jacobean.magics.general;

import java.util.List;

/** {@code %%markdown}: the cell as Markdown. */
public final class Markdown extends ShownCell {
  public Markdown() {
    super(
        "markdown",
        "Markdown",
        "text/markdown",
        List.of("md"),
        "Formulas between `$…$` are typeset.");
  }
}
