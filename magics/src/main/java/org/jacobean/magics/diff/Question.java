package org.jacobean.magics.diff;

import java.util.ArrayList;
import java.util.List;

/** What stands on the line: a call of something by name, a bare name, or any other expression. */
sealed interface Question {

  /** {@code f(1, 2)}: the arguments are Java expressions. */
  record Call(String name, List<String> arguments) implements Question {}

  /** {@code f}: the values come after {@code at}, or there are none to give. */
  record Name(String name) implements Question {}

  /** {@code x*x*y + 3*y}. */
  record Formula(String text) implements Question {}

  static Question read(String text) {
    int end = nameEnd(text);
    if (end > 0 && end == text.length()) {
      return new Name(text);
    }
    int open = skipBlanks(text, end);
    if (end > 0 && open < text.length() && text.charAt(open) == '(') {
      int close = Nesting.closing(text, open);
      if (close == text.length() - 1) {
        return new Call(text.substring(0, end), Nesting.split(text.substring(open + 1, close)));
      }
    }
    return new Formula(text);
  }

  private static int nameEnd(String text) {
    if (text.isEmpty() || !Character.isJavaIdentifierStart(text.charAt(0))) {
      return 0;
    }
    int end = 1;
    while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int skipBlanks(String text, int from) {
    int i = from;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** The identifiers of an expression that may be variables: not called, not a member, no word. */
  static List<String> names(String expression) {
    List<String> names = new ArrayList<>();
    String code = Nesting.withoutLiterals(expression);
    for (int i = 0; i < code.length(); i++) {
      if (!Character.isJavaIdentifierStart(code.charAt(i))) {
        continue;
      }
      int end = i;
      while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
        end++;
      }
      int after = skipBlanks(code, end);
      boolean called = after < code.length() && code.charAt(after) == '(';
      boolean number = i > 0 && Character.isDigit(code.charAt(i - 1));
      boolean member = i > 0 && code.charAt(i - 1) == '.';
      String name = code.substring(i, end);
      boolean type = after < code.length() && code.charAt(after) == '.';
      boolean word = javax.lang.model.SourceVersion.isKeyword(name);
      if (!called && !member && !number && !type && !word && !names.contains(name)) {
        names.add(name);
      }
      i = end;
    }
    return names;
  }
}
