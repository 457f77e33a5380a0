package org.jacobean.kernel.session.read;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jacobean.kernel.session.read.Snippet.MagicLine;
import org.jacobean.kernel.session.read.Snippet.Span;
import org.jspecify.annotations.Nullable;

/** Finds the magics of a cell and masks them, leaving every modulo operator alone. */
final class MagicMask {
  private static final Pattern CELL =
      Pattern.compile(
          "(?:\\s|//[^\\n]*\\n)*%%([\\w.]+)[ \\t]*([^\\n]*)(?:\\n|\\z)(.*)", Pattern.DOTALL);
  private static final Pattern HELP =
      Pattern.compile("(?m)^[ \\t]*(?:\\?{1,2}(%{0,2}[\\w.]+)|(%{0,2}[\\w.]+)\\?{1,2})\\s*\\z");
  private static final Pattern NAME = Pattern.compile("%([\\p{L}_][\\w.]*)");

  private final String label;
  private final String source;
  private final Predicate<String> known;
  private final StringBuilder java;
  private final List<MagicLine> alone = new ArrayList<>();
  private final TreeMap<Integer, MagicLine> inline = new TreeMap<>();

  MagicMask(String label, String source, Predicate<String> known) {
    this.label = label;
    this.source = source;
    this.known = known;
    this.java = new StringBuilder(source);
  }

  CellText mask() {
    Matcher cell = CELL.matcher(source);
    if (cell.matches()) {
      MagicText magic = new MagicText(cell.group(1), cell.group(2).trim(), cell.group(3));
      alone.add(new MagicLine(new Span(cell.start(1) - 2, source.length()), magic));
      blank(0, source.length());
    } else {
      help();
      boolean found = true;
      while (found) {
        found = maskNext();
      }
    }
    return new CellText(label, source, java.toString(), alone, inline);
  }

  private void help() {
    Matcher help = HELP.matcher(source);
    if (help.find() && known.test("help") && startsStatement(help.start())) {
      String about = help.group(1) == null ? help.group(2) : help.group(1);
      alone.add(
          new MagicLine(
              new Span(help.start(), help.end()), new MagicText("help", "--page " + about, null)));
      blank(help.start(), help.end());
    }
  }

  private boolean startsStatement(int offset) {
    Token before = null;
    for (Token token : Lexer.tokens(source.substring(0, offset))) {
      if (token.kind() == Token.Kind.BROKEN) {
        return false;
      }
      before = token.kind() == Token.Kind.COMMENT ? before : token;
    }
    return endsStatement(before);
  }

  private static boolean endsStatement(@Nullable Token before) {
    return before == null || before.is(";") || before.is("}") || before.is("{");
  }

  private boolean maskNext() {
    Token before = null;
    int depth = 0;
    for (Token token : Lexer.tokens(java.toString())) {
      if (token.kind() == Token.Kind.COMMENT) {
        continue;
      }
      if (token.is("%") || token.is("%=")) {
        Matcher name = NAME.matcher(source).region(token.start(), source.length());
        if (name.lookingAt() && (takeLine(name, before, depth) || takeValue(name, before))) {
          return true;
        }
      }
      depth += token.is("{") || token.is("(") ? 1 : token.is("}") || token.is(")") ? -1 : 0;
      before = token;
    }
    return false;
  }

  private boolean takeLine(Matcher name, @Nullable Token before, int depth) {
    int start = name.start();
    boolean first = source.substring(lineStart(start), start).isBlank();
    boolean magic =
        first
            && (endsStatement(before)
                || (known.test(name.group(1))
                    && before != null
                    && before.isOperandEnd()
                    && wordFollows(name.end())));
    if (!magic) {
      return false;
    }
    int end = lineEnd(start);
    MagicText text = new MagicText(name.group(1), source.substring(name.end(), end).trim(), null);
    MagicLine line = new MagicLine(new Span(start, end), text);
    if (depth == 0) {
      alone.add(line);
      blank(start, end);
    } else {
      inline.put(start, line);
      placeholder(start, end);
    }
    return true;
  }

  /** {@code a\n%time b} cannot be a modulo: two operands would stand side by side. */
  private boolean wordFollows(int from) {
    String rest = source.substring(from, lineEnd(from));
    return !rest.isEmpty()
        && Character.isWhitespace(rest.charAt(0))
        && !rest.isBlank()
        && (Character.isJavaIdentifierPart(rest.trim().charAt(0)) || rest.trim().startsWith("--"));
  }

  private boolean takeValue(Matcher name, @Nullable Token before) {
    if (before == null || !before.is("=")) {
      return false;
    }
    int start = name.start();
    int end = valueEnd(start);
    MagicText text = new MagicText(name.group(1), source.substring(name.end(), end).trim(), null);
    int masked = needsSemicolon(end) ? closed(start, end) : end;
    inline.put(start, new MagicLine(new Span(start, masked), text));
    placeholder(start, masked);
    return true;
  }

  /** {@code List<String> added = %jars lib} ends with its line, as IJava's users write it. */
  private boolean needsSemicolon(int end) {
    String after = source.substring(end).strip();
    return !after.isEmpty() && ";).,".indexOf(after.charAt(0)) < 0 && end == lineEnd(end);
  }

  /** Puts the semicolon in the place of the magic's last letter, so that no offset changes. */
  private int closed(int start, int end) {
    int last = start + source.substring(start, end).stripTrailing().length() - 1;
    java.setCharAt(last, ';');
    return last;
  }

  /** The end of the line, without the semicolon and comment that may close it. */
  private int valueEnd(int start) {
    int end = lineEnd(start);
    List<Token> rest = new ArrayList<>(Lexer.tokens(source.substring(start, end)));
    if (!rest.isEmpty() && rest.get(rest.size() - 1).kind() == Token.Kind.COMMENT) {
      rest.remove(rest.size() - 1);
    }
    if (!rest.isEmpty() && rest.get(rest.size() - 1).is(";")) {
      return start + rest.get(rest.size() - 1).start();
    }
    return end;
  }

  private int lineStart(int offset) {
    return source.lastIndexOf('\n', offset - 1) + 1;
  }

  private int lineEnd(int offset) {
    int end = source.indexOf('\n', offset);
    return end < 0 ? source.length() : end;
  }

  private void blank(int start, int end) {
    for (int i = start; i < end; i++) {
      if (java.charAt(i) != '\n') {
        java.setCharAt(i, ' ');
      }
    }
  }

  private void placeholder(int start, int end) {
    int last = end;
    while (last > start + 1 && Character.isWhitespace(source.charAt(last - 1))) {
      last--;
    }
    blank(start, end);
    for (int i = start; i < last; i++) {
      java.setCharAt(i, i == start ? '$' : '_');
    }
  }
}
