package org.jacobean.display.plot;

import java.util.concurrent.atomic.AtomicLong;
import org.jacobean.display.html.Html;

/** The start of every picture of ours: an image to screen readers, with title and description. */
public final class SvgFrame {
  /** Pages hold many pictures; a number and the time make names that no two of them share. */
  private static final AtomicLong NEXT = new AtomicLong(System.nanoTime() & 0xFFFFFF);

  private SvgFrame() {}

  /** A name for a picture, to be the start of every id in it. */
  public static String uniqueName() {
    return "j" + Long.toString(NEXT.incrementAndGet(), 36);
  }

  public static String open(String name, int width, int height, String title, String description) {
    String root =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"%1$s\" role=\"img\" width=\"%2$d\""
            + " height=\"%3$d\" viewBox=\"0 0 %2$d %3$d\" aria-labelledby=\"%1$st %1$sd\""
            + " font-family=\"system-ui,sans-serif\" fill-rule=\"evenodd\" style=\"max-width:100%%;height:auto\">";
    return root.formatted(name, width, height)
        + "<title id=\"%st\">".formatted(name)
        + Html.escape(title.isEmpty() ? "Plot" : title)
        + "</title><desc id=\"%sd\">".formatted(name)
        + Html.escape(description)
        + "</desc>";
  }
}
