package org.jacobean.magics.maven;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jacobean.kernel.extend.MagicException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Completes what people paste from a README to a POM: loose {@code <dependency>} and {@code
 * <repository>} elements, lists of them, or a whole {@code <project>}.
 */
final class PomText {
  /** What a POM must have, when the fragment does not say. */
  private static final Map<String, String> NEEDED =
      Map.of("modelVersion", "4.0.0", "groupId", "notebook", "artifactId", "cell", "version", "1");

  private static final Set<String> KNOWN =
      Set.of(
          "modelVersion",
          "parent",
          "groupId",
          "artifactId",
          "version",
          "packaging",
          "name",
          "properties",
          "dependencyManagement",
          "dependencies",
          "dependency",
          "repositories",
          "repository",
          "profiles",
          "build",
          "description",
          "url",
          "licenses",
          "pluginRepositories");

  private static final Pattern DECLARATION = Pattern.compile("^\\s*<\\?xml[^>]*\\?>");

  private final Document fixed;
  private final Element project;

  private PomText(Document fixed) {
    this.fixed = fixed;
    this.project = fixed.createElement("project");
    fixed.appendChild(project);
  }

  /** The text as a complete POM. */
  static String complete(String magic, String text) throws MagicException {
    String fragment = DECLARATION.matcher(text).replaceFirst("");
    try {
      Document typed =
          builder().parse(new InputSource(new StringReader("<cell>" + fragment + "\n</cell>")));
      refuseLooseText(magic, typed.getDocumentElement());
      List<Element> parts = children(typed.getDocumentElement());
      if (parts.size() == 1 && parts.get(0).getTagName().equals("project")) {
        return fragment;
      }
      var pom = new PomText(builder().newDocument());
      for (Element part : parts) {
        pom.take(magic, part);
      }
      return pom.text();
    } catch (SAXParseException e) {
      throw new MagicException(
          "%s: line %d of the cell is not XML: %s. Write <dependency> elements, <repository> elements, or a whole <project>"
              .formatted(magic, e.getLineNumber(), e.getMessage()),
          e);
    } catch (SAXException | IOException | ParserConfigurationException | TransformerException e) {
      throw new MagicException(magic + ": the cell cannot be read as XML: " + e.getMessage(), e);
    }
  }

  private static DocumentBuilder builder() throws ParserConfigurationException {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.setErrorHandler(null);
    return builder;
  }

  private static void refuseLooseText(String magic, Node parent) throws MagicException {
    NodeList nodes = parent.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Text text && !text.getData().isBlank()) {
        throw new MagicException(
            magic
                + ": \""
                + text.getData().strip()
                + "\" stands outside of any element. Write <dependency> elements, <repository>"
                + " elements, or a whole <project>; coordinates go after %maven");
      }
    }
  }

  private static List<Element> children(Node parent) {
    var elements = new java.util.ArrayList<Element>();
    NodeList nodes = parent.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }

  private void take(String magic, Element part) throws MagicException {
    String name = part.getTagName();
    if (!KNOWN.contains(name)) {
      throw new MagicException(
          magic
              + ": <"
              + name
              + "> is not a part of a POM that can stand here. Write <dependency>"
              + " elements, <repository> elements, or a whole <project>");
    }
    switch (name) {
      case "dependency" -> put(part, list("dependencies"));
      case "repository" -> put(part, list("repositories"));
      case "dependencies", "repositories" -> children(part).forEach(each -> put(each, list(name)));
      default -> put(part, project);
    }
  }

  private void put(Element part, Element parent) {
    parent.appendChild(fixed.importNode(part, true));
  }

  private Element list(String name) {
    return children(project).stream()
        .filter(element -> element.getTagName().equals(name))
        .findFirst()
        .orElseGet(() -> (Element) project.appendChild(fixed.createElement(name)));
  }

  private String text() throws TransformerException {
    List<String> present = children(project).stream().map(Element::getTagName).toList();
    NEEDED.forEach(
        (name, value) -> {
          if (!present.contains(name)) {
            project.appendChild(fixed.createElement(name)).setTextContent(value);
          }
        });
    Transformer transformer = TransformerFactory.newInstance().newTransformer();
    transformer.setOutputProperty(OutputKeys.INDENT, "yes");
    var text = new StringWriter();
    transformer.transform(new DOMSource(fixed), new StreamResult(text));
    return text.toString();
  }
}
