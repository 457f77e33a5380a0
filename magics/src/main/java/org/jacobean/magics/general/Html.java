package org.jacobean.magics.general;

import java.util.List;

/** {@code %%html}: the cell as HTML. */
public final class Html extends ShownCell {
  public Html() {
    super(
        "html",
        "HTML",
        "text/html",
        List.of("HTML"),
        "Scripts run only in a trusted notebook and cannot reach the kernel.");
  }
}
