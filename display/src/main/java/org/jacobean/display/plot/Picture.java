package org.jacobean.display.plot;

import org.jacobean.display.Bundle;
import org.jacobean.display.html.Html;

/**
 * A drawn picture.
 *
 * @param svg with {@code currentColor} where the page's ink belongs
 * @param text the same in words
 */
public record Picture(String svg, String text) implements Drawn {

  /** Inside a page it takes the page's colours. */
  @Override
  public Bundle show() {
    return Bundle.of(text).html(Html.frame(svg + "\n")).svg(standalone());
  }

  @Override
  public Picture draw() {
    return this;
  }

  /** On its own it brings paper and ink along. */
  public String standalone() {
    return svg.replaceFirst("style=\"", "style=\"color:#24292f;background:#fff;");
  }
}
