package org.jacobean.display.plot;

import java.awt.Color;
import java.awt.Font;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** How an element of a picture is drawn, inherited from what it lies in. */
record Style(
    @Nullable Color fill,
    @Nullable Color stroke,
    double strokeWidth,
    double opacity,
    Font font,
    String anchor) {

  private static final Color INK = new Color(0x24292f);
  static final Style START =
      new Style(Color.BLACK, null, 1, 1, new Font(Font.SANS_SERIF, Font.PLAIN, 13), "start");

  private static final Pattern RGB =
      Pattern.compile("rgba?\\((\\d+),(\\d+),(\\d+)(?:,([\\d.]+))?\\)");

  Style with(Element e, Map<String, String> css) {
    double shade = opacity * number(e, css, "opacity", 1);
    return new Style(
        colour(said(e, css, "fill"), fill, shade * number(e, css, "fill-opacity", 1)),
        colour(said(e, css, "stroke"), stroke, shade * number(e, css, "stroke-opacity", 1)),
        number(e, css, "stroke-width", strokeWidth),
        shade,
        font(e, css),
        said(e, css, "text-anchor").isEmpty() ? anchor : said(e, css, "text-anchor"));
  }

  private Font font(Element e, Map<String, String> css) {
    double size = number(e, css, "font-size", font.getSize2D());
    String weight = said(e, css, "font-weight");
    int style = weight.equals("600") || weight.equals("bold") ? Font.BOLD : font.getStyle();
    return font.deriveFont(style, (float) size);
  }

  private static String said(Element e, Map<String, String> css, String what) {
    return css.getOrDefault(what, e.getAttribute(what));
  }

  private static double number(Element e, Map<String, String> css, String what, double otherwise) {
    String text = said(e, css, what).replace("px", "");
    return text.isEmpty() ? otherwise : Double.parseDouble(text);
  }

  private static @Nullable Color colour(String text, @Nullable Color inherited, double opacity) {
    if (text.equals("none")) {
      return null;
    }
    Matcher rgb = RGB.matcher(text.replace(" ", ""));
    Color base;
    double alpha = opacity;
    if (text.isEmpty()) {
      if (inherited == null) {
        return null;
      }
      base = inherited;
    } else if (rgb.matches()) {
      base = new Color(channel(rgb.group(1)), channel(rgb.group(2)), channel(rgb.group(3)));
      alpha *= rgb.group(4) == null ? 1 : Double.parseDouble(rgb.group(4));
    } else {
      base = text.startsWith("#") ? Color.decode(text) : text.startsWith("var") ? Color.WHITE : INK;
    }
    int shade = (int) Math.round(255 * Math.max(0, Math.min(1, alpha)));
    return new Color(base.getRed(), base.getGreen(), base.getBlue(), shade);
  }

  private static int channel(String text) {
    return Integer.parseInt(text);
  }
}
