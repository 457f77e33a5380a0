package org.jacobean.display.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jacobean.display.DisplayException.Undrawable;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** Pixels of our own pictures: the part of SVG that they are written in, drawn by Java2D. */
final class Raster {
  private final Graphics2D pen;
  private final Map<String, Element> named = new HashMap<>();
  private final StyleSheet sheet;

  private Raster(Graphics2D pen, Element root) {
    this.pen = pen;
    this.sheet = StyleSheet.of(root);
    collect(root);
  }

  static BufferedImage of(Picture picture, double scale) {
    Element root = parsed(picture.svg());
    int width = (int) Math.ceil(number(root, "width") * scale);
    int height = (int) Math.ceil(number(root, "height") * scale);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pen.scale(scale, scale);
    new Raster(pen, root).children(root, Style.START.with(root, Map.of()));
    pen.dispose();
    return image;
  }

  private static Element parsed(String svg) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(svg)))
          .getDocumentElement();
    } catch (Exception unreadable) {
      throw new Undrawable("the picture is no well-formed SVG: " + unreadable.getMessage());
    }
  }

  private void collect(Element element) {
    if (element.hasAttribute("id")) {
      named.put(element.getAttribute("id"), element);
    }
    for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element child) {
        collect(child);
      }
    }
  }

  private void children(Element parent, Style style) {
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element child) {
        element(child, style.with(child, sheet.at(child)));
      }
    }
  }

  private void element(Element e, Style style) {
    AffineTransform before = pen.getTransform();
    Shape clip = pen.getClip();
    pen.transform(Transforms.of(e.getAttribute("transform")));
    Element fence = named.get(e.getAttribute("clip-path").replaceAll("url\\(#(.*)\\)", "$1"));
    if (fence != null && fence.getElementsByTagName("rect").item(0) instanceof Element rect) {
      pen.clip(shape(rect));
    }
    switch (e.getTagName()) {
      case "g" -> children(e, style);
      case "text" -> text(e, style);
      default -> mark(e, style);
    }
    pen.setTransform(before);
    pen.setClip(clip);
  }

  private void mark(Element e, Style style) {
    Shape shape = shape(e);
    if (shape == null) {
      return;
    }
    if (style.fill() != null && !e.getTagName().equals("line")) {
      pen.setColor(style.fill());
      pen.fill(shape);
    }
    if (style.stroke() != null && style.strokeWidth() > 0) {
      pen.setColor(style.stroke());
      pen.setStroke(
          new BasicStroke(
              (float) style.strokeWidth(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
      pen.draw(shape);
      if (e.hasAttribute("marker-end")) {
        pen.fill(Transforms.arrowHead(shape));
      }
    }
  }

  private @Nullable Shape shape(Element e) {
    return switch (e.getTagName()) {
      case "path" -> path(e);
      case "rect" ->
          new RoundRectangle2D.Double(
              number(e, "x"),
              number(e, "y"),
              number(e, "width"),
              number(e, "height"),
              2 * number(e, "rx"),
              2 * number(e, "rx"));
      case "line" ->
          new Line2D.Double(number(e, "x1"), number(e, "y1"), number(e, "x2"), number(e, "y2"));
      case "circle" -> ellipse(e, number(e, "r"), number(e, "r"));
      case "ellipse" -> ellipse(e, number(e, "rx"), number(e, "ry"));
      default -> null;
    };
  }

  private static Shape ellipse(Element e, double rx, double ry) {
    return new Ellipse2D.Double(number(e, "cx") - rx, number(e, "cy") - ry, 2 * rx, 2 * ry);
  }

  private static Path2D path(Element e) {
    return Transforms.path(e.getAttribute("d"));
  }

  private void text(Element e, Style style) {
    String words = e.getTextContent().strip();
    if (words.isEmpty() || style.fill() == null) {
      return;
    }
    TextLayout layout = new TextLayout(words, style.font(), pen.getFontRenderContext());
    double advance = layout.getAdvance();
    double left =
        switch (style.anchor()) {
          case "middle" -> advance / 2;
          case "end" -> advance;
          default -> 0;
        };
    String down = e.getAttribute("dy");
    double dy =
        down.endsWith("em")
            ? Double.parseDouble(down.replace("em", "")) * style.font().getSize2D()
            : 0;
    pen.setColor(style.fill());
    layout.draw(pen, (float) (number(e, "x") - left), (float) (number(e, "y") + dy));
  }

  static double number(Element e, String attribute) {
    String text = e.getAttribute(attribute);
    return text.isEmpty() ? 0 : Double.parseDouble(text);
  }
}
