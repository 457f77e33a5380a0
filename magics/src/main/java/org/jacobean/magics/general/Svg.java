package org.jacobean.magics.general;

import java.util.List;

/** {@code %%svg}: the cell as SVG. */
public final class Svg extends ShownCell {
  public Svg() {
    super(
        "svg",
        "SVG",
        "image/svg+xml",
        List.of("SVG"),
        "The picture as XML text, from `<svg …>` to `</svg>`.");
  }
}
