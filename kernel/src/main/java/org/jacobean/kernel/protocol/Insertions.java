package org.jacobean.kernel.protocol;

import java.util.Comparator;
import java.util.List;
import org.jacobean.kernel.session.Session.Completions.Item;

/**
 * What a front end types for each match. JupyterLab looks for what all insertions begin with among
 * the labels as far as their parenthesis, and shows nothing when that beginning goes beyond one: so
 * {@code println(} and {@code println()} alone would never be seen. There the shortest gives up its
 * parenthesis.
 */
final class Insertions {
  private Insertions() {}

  static List<String> of(List<Item> items) {
    List<String> texts = items.stream().map(Item::text).toList();
    if (texts.isEmpty() || !commonBeginning(texts).contains("(")) {
      return texts;
    }
    String shortest = texts.stream().min(Comparator.comparingInt(String::length)).orElseThrow();
    String bare = shortest.substring(0, shortest.indexOf('('));
    return texts.stream().map(text -> text.equals(shortest) ? bare : text).toList();
  }

  private static String commonBeginning(List<String> texts) {
    String common = texts.get(0);
    for (String text : texts) {
      int same = 0;
      while (same < Math.min(common.length(), text.length())
          && common.charAt(same) == text.charAt(same)) {
        same++;
      }
      common = common.substring(0, same);
    }
    return common;
  }
}
