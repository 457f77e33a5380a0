package org.jacobean.kernel.session.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Refuses text whose brackets, strings or comments do not close: nothing may leave its snippet. */
final class Brackets {
  private Brackets() {}

  static void check(List<Token> tokens) throws UnreadableCell {
    Deque<Token> open = new ArrayDeque<>();
    for (Token token : tokens) {
      if (token.kind() == Token.Kind.BROKEN) {
        throw new UnreadableCell(unclosed(token.text()), token.start());
      }
      if (token.kind() == Token.Kind.SYMBOL && "([{".contains(token.text())) {
        open.push(token);
      } else if (token.kind() == Token.Kind.SYMBOL && ")]}".contains(token.text())) {
        if (open.isEmpty() || !matches(open.pop().text(), token.text())) {
          throw new UnreadableCell(
              "'" + token.text() + "' closes nothing that was opened", token.start());
        }
      }
    }
    if (!open.isEmpty()) {
      Token last = open.pop();
      throw new UnreadableCell("'" + last.text() + "' is never closed", last.start());
    }
  }

  private static boolean matches(String opener, String closer) {
    return "([{".indexOf(opener) == ")]}".indexOf(closer);
  }

  private static String unclosed(String text) {
    return text.startsWith("/*")
        ? "this comment is never closed: */ is missing"
        : text.startsWith("'")
            ? "this character is never closed: ' is missing"
            : text.startsWith("\"\"\"")
                ? "this text block is never closed: \"\"\" is missing"
                : "this string is never closed: \" is missing";
  }
}
