package org.jacobean.display.plot;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** The rules of a picture's style elements, by class. */
record StyleSheet(Map<String, Map<String, String>> rules) {
  private static final Pattern RULE = Pattern.compile("\\.([\\w-]+)\\{([^}]*)\\}");

  static StyleSheet of(Element root) {
    Map<String, Map<String, String>> rules = new HashMap<>();
    var sheets = root.getElementsByTagName("style");
    for (int i = 0; i < sheets.getLength(); i++) {
      Matcher rule = RULE.matcher(sheets.item(i).getTextContent());
      while (rule.find()) {
        rules.put(rule.group(1), declarations(rule.group(2)));
      }
    }
    return new StyleSheet(rules);
  }

  /** What holds for an element besides its attributes. */
  Map<String, String> at(Element element) {
    Map<String, String> all = new HashMap<>();
    for (String name : element.getAttribute("class").split("\\s+")) {
      all.putAll(rules.getOrDefault(name, Map.of()));
    }
    all.putAll(declarations(element.getAttribute("style")));
    return all;
  }

  private static Map<String, String> declarations(String css) {
    Map<String, String> all = new HashMap<>();
    for (String declaration : css.split(";")) {
      int colon = declaration.indexOf(':');
      if (colon > 0) {
        all.put(declaration.substring(0, colon).strip(), declaration.substring(colon + 1).strip());
      }
    }
    return all;
  }
}
