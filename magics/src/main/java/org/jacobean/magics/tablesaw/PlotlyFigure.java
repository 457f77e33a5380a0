package org.jacobean.magics.tablesaw;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/**
 * A figure as Tablesaw writes it, JavaScript for plotly.js, which is not part of JupyterLab. The
 * output holds a still picture where we can draw one and a script that fetches plotly.js and puts
 * the live figure in its place; without a network the picture, or a sentence, stays.
 *
 * @param division the element it is drawn in
 * @param script as Tablesaw makes it, {@code <script>} around it
 */
record PlotlyFigure(String division, String script) {
  /** The version Tablesaw's own pages load under the name "latest". */
  private static final String PLOTLY = "https://cdn.plot.ly/plotly-1.58.5.min.js";

  private static final Pattern DIVISION = Pattern.compile("<div id='([^']*)'\\s*>\\s*</div>");
  private static final Pattern SCRIPT = Pattern.compile("(?s)<script[^>]*>(.*?)</script>");

  /** The figure of a whole page, with an element of its own, since pages all use the same. */
  static PlotlyFigure ofPage(String page, String division) {
    Matcher element = DIVISION.matcher(page);
    String body = page.substring(Math.max(0, page.indexOf("<body")));
    String old = element.find() ? element.group(1) : "target";
    String script =
        body.replace("'" + old + "'", "'" + division + "'")
            .replace("target_" + old, "target_" + division);
    return new PlotlyFigure(division, script);
  }

  DisplayData bundle() {
    var traces = FigureTraces.of(code());
    var bundle = new DisplayData(traces.summary() + " (drawn by plotly.js in a browser)");
    bundle.putHTML(html(traces));
    return bundle;
  }

  private String code() {
    return SCRIPT
        .matcher(script)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.joining("\n"));
  }

  private String html(FigureTraces traces) {
    return """
        <div id="%1$s">%2$s</div>
        <script>
        (function () {
          function draw(Plotly) {
            var place = document.getElementById("%1$s");
            if (!place) { return; }
            place.innerHTML = "";
            %3$s
          }
          function fail() {
            var note = document.getElementById("%1$s-note");
            if (note) { note.style.display = "block"; }
          }
          if (window.Plotly) { draw(window.Plotly); return; }
          if (window.require && window.define && window.define.amd) {
            window.require(["%4$s"], draw, fail);
            return;
          }
          var load = document.createElement("script");
          load.src = "%5$s";
          load.onload = function () { draw(window.Plotly); };
          load.onerror = fail;
          document.head.appendChild(load);
        })();
        </script>
        """
        .formatted(division, still(traces), code(), source().replaceFirst("\\.js$", ""), source());
  }

  private String still(FigureTraces traces) {
    String sentence =
        "This figure is drawn by plotly.js, which could not be loaded from "
            + source()
            + ". With a network it appears by itself; without one, set the environment variable"
            + " JACOBEAN_PLOTLY to the address of a copy of plotly.min.js.";
    return traces
            .picture()
            .map(
                svg ->
                    "<img alt=\"%s\" src=\"data:image/svg+xml;base64,%s\"/>"
                        .formatted(
                            traces.summary().replace("\"", "&quot;").replace("<", "&lt;"),
                            Base64.getEncoder()
                                .encodeToString(svg.getBytes(StandardCharsets.UTF_8))))
            .orElse("")
        + "<p id=\""
        + division
        + "-note\" style=\"display:none\">"
        + sentence
        + "</p>";
  }

  private static String source() {
    String own = System.getenv("JACOBEAN_PLOTLY");
    return own == null || own.isBlank() ? PLOTLY : own;
  }
}
