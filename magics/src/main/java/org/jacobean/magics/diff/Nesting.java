package org.jacobean.magics.diff;

import java.util.ArrayList;
import java.util.List;

/** Brackets and literals of Java expressions. */
final class Nesting {
  private Nesting() {}

  /** Where the bracket opened at a place is closed, or −1. */
  static int closing(String text, int open) {
    String code = withoutLiterals(text);
    int depth = 0;
    for (int i = open; i < code.length(); i++) {
      depth += change(code.charAt(i));
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** The pieces between commas outside brackets and literals; none of a blank text. */
  static List<String> split(String text) {
    List<String> pieces = new ArrayList<>();
    String code = withoutLiterals(text);
    int depth = 0;
    int start = 0;
    for (int i = 0; i < code.length(); i++) {
      depth += change(code.charAt(i));
      if (depth == 0 && code.charAt(i) == ',') {
        pieces.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    pieces.add(text.substring(start).strip());
    return pieces.size() == 1 && pieces.get(0).isEmpty() ? List.of() : pieces;
  }

  private static int change(char c) {
    return "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
  }

  /** The same length, with blanks in place of what stands between quotes. */
  static String withoutLiterals(String text) {
    StringBuilder code = new StringBuilder(text);
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote == 0) {
        quote = c == '"' || c == '\'' ? c : 0;
        if (quote != 0) {
          code.setCharAt(i, ' ');
        }
      } else {
        code.setCharAt(i, ' ');
        if (c == '\\' && i + 1 < text.length()) {
          code.setCharAt(++i, ' ');
        } else if (c == quote) {
          quote = 0;
        }
      }
    }
    return code.toString();
  }
}
