package org.jacobean.display.plot;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A picture as its structure, so that tests speak of marks and not of bytes. */
record Svg(Element root) {
  private static final Pattern PAIR = Pattern.compile("(-?[\\d.]+) (-?[\\d.]+)");

  static Svg of(Picture picture) {
    try {
      byte[] bytes = picture.svg().getBytes(StandardCharsets.UTF_8);
      return new Svg(
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(bytes))
              .getDocumentElement());
    } catch (Exception e) {
      throw new AssertionError("not well-formed: " + picture.svg(), e);
    }
  }

  List<Element> all(String tag) {
    NodeList nodes = root.getElementsByTagName(tag);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  int count(String tag) {
    return all(tag).size();
  }

  long marks(String tag, String attribute, String value) {
    return all(tag).stream().filter(e -> e.getAttribute(attribute).equals(value)).count();
  }

  /** Marks filled with neither ink nor white. */
  List<Element> viridis(String tag) {
    return all(tag).stream().filter(e -> e.getAttribute("fill").startsWith("rgb(")).toList();
  }

  List<String> texts() {
    return all("text").stream().map(e -> e.getTextContent().strip()).toList();
  }

  List<Double> numbers(String tag, String attribute) {
    return all(tag).stream().map(e -> Double.valueOf(e.getAttribute(attribute))).toList();
  }

  List<Element> withIds() {
    return all("*").stream().filter(e -> e.hasAttribute("id")).toList();
  }

  /** The points of a path. */
  static List<double[]> points(Element path) {
    Matcher m = PAIR.matcher(path.getAttribute("d").replaceAll("[A-Z]", " "));
    return m.results()
        .map(r -> new double[] {Double.parseDouble(r.group(1)), Double.parseDouble(r.group(2))})
        .toList();
  }
}
