package org.jacobean.kernel.magic;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a line at white space or commas outside brackets and quotes, so that {@code f(1, 2)} and
 * {@code "a b"} stay whole. Nothing is unescaped while splitting; positions lead back to the line.
 */
final class Words {
  /** A piece of a line as typed, from start up to end. */
  record Word(String text, int start, int end) {
    /** Counted from 1, as errors name it. */
    int column() {
      return start + 1;
    }
  }

  private final String line;
  private int depth;
  private char quote;

  private Words(String line) {
    this.line = line;
  }

  static List<Word> split(String line) {
    return new Words(line).pieces(false);
  }

  static List<Word> splitAtCommas(String line) {
    return new Words(line).pieces(true);
  }

  private List<Word> pieces(boolean commas) {
    var words = new ArrayList<Word>();
    int start = 0;
    for (int i = 0; i <= line.length(); i++) {
      if (i == line.length() || (separates(i, commas) && depth == 0 && quote == 0)) {
        add(words, start, i, commas);
        start = i + 1;
      } else {
        advance(i);
      }
    }
    return words;
  }

  private boolean separates(int i, boolean commas) {
    return commas ? line.charAt(i) == ',' : Character.isWhitespace(line.charAt(i));
  }

  private void add(List<Word> words, int start, int end, boolean trim) {
    while (trim && start < end && Character.isWhitespace(line.charAt(start))) {
      start++;
    }
    String text = line.substring(start, end).stripTrailing();
    if (!text.isEmpty()) {
      words.add(new Word(text, start, end));
    }
  }

  private void advance(int i) {
    char c = line.charAt(i);
    if (quote != 0) {
      if (c == quote && !escaped(i)) {
        quote = 0;
      }
    } else if ((c == '"' || c == '\'') && closes(c, i + 1)) {
      quote = c;
    } else if ("([{".indexOf(c) >= 0) {
      depth++;
    } else if (")]}".indexOf(c) >= 0) {
      depth = Math.max(0, depth - 1);
    }
  }

  /** Whether this quote is closed again; an apostrophe in plain text is not a quote. */
  private boolean closes(char mark, int from) {
    for (int i = line.indexOf(mark, from); i >= 0; i = line.indexOf(mark, i + 1)) {
      if (!escaped(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean escaped(int i) {
    int slashes = 0;
    while (i - slashes > 0 && line.charAt(i - slashes - 1) == '\\') {
      slashes++;
    }
    return slashes % 2 == 1;
  }

  /**
   * The word without its quotes. Inside them only {@code \"} (or {@code \'}) is an escape: every
   * other backslash stays, so that Windows paths survive.
   */
  static String unquoted(String word) {
    if (word.length() < 2) {
      return word;
    }
    char mark = word.charAt(0);
    boolean whole = (mark == '"' || mark == '\'') && word.charAt(word.length() - 1) == mark;
    return whole
        ? word.substring(1, word.length() - 1).replace("\\" + mark, String.valueOf(mark))
        : word;
  }
}
