package org.jacobean.display.plot;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From Lets-Plot's SVG to ours: the page's ink, names of its own for ids and classes, a title and a
 * description for screen readers, and a third of the size.
 */
final class SvgPolish {
  private static final Pattern STYLE = Pattern.compile("<style[^>]*>(.*?)</style>", Pattern.DOTALL);
  private static final Pattern RULE =
      Pattern.compile("#\\w+ \\.([\\w-]+) \\{\\s*(.*?)\\s*\\}", Pattern.DOTALL);
  private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]+)\"");
  private static final Pattern DECIMALS = Pattern.compile("(\\d+)\\.(\\d+)(E-\\d+)?");
  private static final Pattern COORDINATES =
      Pattern.compile(" (d|x|y|x1|y1|x2|y2|cx|cy|r|points|transform|width|height)=\"([^\"]*)\"");
  private static final Pattern ROOT = Pattern.compile("<svg[^>]*>");

  private SvgPolish() {}

  static String polish(String svg, Frame frame, SeriesKey key, String description) {
    String name = SvgFrame.uniqueName();
    String body = ROOT.matcher(svg).replaceFirst("");
    body = restyle(body, name);
    body = rename(body, name);
    body = shorten(body);
    int height = frame.height() + key.height();
    String drawing = body.strip();
    int end = drawing.lastIndexOf("</svg>");
    return SvgFrame.open(name, frame.width(), height, frame.title(), description)
        + drawing.substring(0, end)
        + key.svg()
        + drawing.substring(end);
  }

  /** Keeps the style rules of texts that occur, under the picture's own name. */
  private static String restyle(String svg, String name) {
    Matcher style = STYLE.matcher(svg);
    if (!style.find()) {
      return svg;
    }
    String rest = svg.substring(style.end());
    StringBuilder css = new StringBuilder("<style>");
    Matcher rule = RULE.matcher(style.group(1));
    while (rule.find()) {
      if (rest.contains("\"" + rule.group(1) + "\"")) {
        String declarations =
            rule.group(2)
                .replaceAll("font-family:[^;]*;", "")
                .replaceAll("font-(weight|style): normal;", "")
                .replaceAll("\\s+", "");
        css.append('#').append(name).append(" .").append(rule.group(1));
        css.append('{').append(declarations).append('}');
      }
    }
    return svg.substring(0, style.start()) + css.append("</style>") + rest;
  }

  private static String rename(String svg, String name) {
    Map<String, String> names = new LinkedHashMap<>();
    Matcher id = ID.matcher(svg);
    while (id.find()) {
      names.putIfAbsent(id.group(1), name + names.size());
    }
    String renamed = svg;
    for (Map.Entry<String, String> entry : names.entrySet()) {
      renamed =
          renamed
              .replace("id=\"" + entry.getKey() + "\"", "id=\"" + entry.getValue() + "\"")
              .replace("#" + entry.getKey() + ")", "#" + entry.getValue() + ")")
              .replace("\"#" + entry.getKey() + "\"", "\"#" + entry.getValue() + "\"");
    }
    return renamed;
  }

  private static String shorten(String svg) {
    String short_ =
        COORDINATES
            .matcher(svg)
            .replaceAll(m -> " " + m.group(1) + "=\"" + rounded(m.group(2)) + "\"");
    return short_
        .replaceAll(">\\s*</(path|line|rect|circle|polyline|polygon)>", "/>")
        .replaceAll(">\\s+<", "><")
        .replaceAll("(<text[^>]*>)\\s+([^<]*?)\\s+</text>", "$1$2</text>")
        .replaceAll(" clip-bounds-jfx=\"[^\"]*\"", "")
        .replaceAll(" ?\\) \"", ")\"")
        .replace("<path/>", "")
        .replaceAll(" (fill|stroke)-opacity=\"1\\.0\"", "")
        .replace("stroke=\"rgb(4,5,6)\"", "stroke=\"currentColor\" opacity=\".15\"")
        .replaceAll("(<rect[^>]* (?:fill|stroke)=)\"rgb\\(255,255,255\\)\"", "$1\"none\"")
        .replace("rgb(1,2,3)", "currentColor")
        .replace("rgba(1,2,3,1.0)", "currentColor")
        .replace(Ink.TEXT, "currentColor");
  }

  private static String rounded(String numbers) {
    return DECIMALS
        .matcher(numbers)
        .replaceAll(m -> m.group(3) != null ? "0" : tenths(m.group(1), m.group(2)));
  }

  /** One decimal is a tenth of a pixel. */
  private static String tenths(String whole, String decimals) {
    long tenths = Math.round(Double.parseDouble(whole + "." + decimals) * 10);
    return tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + tenths % 10;
  }
}
