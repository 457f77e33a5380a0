package org.jacobean.display.value;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.jacobean.display.Bundle;
import org.jacobean.display.html.Html;

/** A throwable held as a value: its name and message, its frames folded away. */
final class ThrowableLook {
  private ThrowableLook() {}

  static Bundle render(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    String head = Element.text(thrown);
    return Bundle.of(trace.toString().strip())
        .html(
            Html.frame(
                "<details><summary class=\"bad\">"
                    + Html.escape(head)
                    + "</summary><pre>"
                    + Html.escape(trace.toString())
                    + "</pre></details>\n"));
  }
}
