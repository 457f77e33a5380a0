package org.jacobean.magics.general;

import java.util.List;

/** {@code %%javascript}: the cell as JavaScript. */
public final class Javascript extends ShownCell {
  public Javascript() {
    super(
        "javascript",
        "JavaScript",
        "application/javascript",
        List.of("js"),
        "Runs in the browser when the notebook is trusted; `element` is the output area.");
  }
}
