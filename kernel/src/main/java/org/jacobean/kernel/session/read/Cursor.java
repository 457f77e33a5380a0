package org.jacobean.kernel.session.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a cursor.
 *
 * @param start where the word being typed begins
 * @param end where the word under the cursor ends
 * @param before the token before that word; null at the start
 * @param dead within a string, a comment or a number, where no name can stand
 * @param open brackets not closed before the cursor, innermost first
 */
public record Cursor(int start, int end, @Nullable Token before, boolean dead, Deque<Token> open) {

  /** Reads Java source up to the cursor. */
  public static Cursor at(String source, int cursor) {
    int start = cursor;
    while (start > 0 && Character.isJavaIdentifierPart(source.charAt(start - 1))) {
      start--;
    }
    int end = cursor;
    while (end < source.length() && Character.isJavaIdentifierPart(source.charAt(end))) {
      end++;
    }
    List<Token> tokens = Lexer.tokens(source.substring(0, start));
    Deque<Token> open = new ArrayDeque<>();
    Token before = null;
    boolean dead = start < cursor && Character.isDigit(source.charAt(start));
    for (Token token : tokens) {
      boolean last = token.end() == start;
      dead |= token.kind() == Token.Kind.BROKEN || (last && isLineComment(token));
      dead |= last && token.kind() == Token.Kind.NUMBER;
      if (token.kind() != Token.Kind.COMMENT) {
        before = token;
        track(token, open);
      }
    }
    return new Cursor(start, end, before, dead, open);
  }

  private static boolean isLineComment(Token token) {
    return token.kind() == Token.Kind.COMMENT && token.text().startsWith("//");
  }

  private static void track(Token token, Deque<Token> open) {
    if (token.kind() == Token.Kind.SYMBOL) {
      if ("([{".contains(token.text())) {
        open.push(token);
      } else if (")]}".contains(token.text()) && !open.isEmpty()) {
        open.pop();
      }
    }
  }

  /** Whether a dot or {@code ::} stands before the word. */
  public boolean afterDot() {
    return before != null && (before.is(".") || before.is("::"));
  }

  public boolean after(String word) {
    return before != null && before.is(word);
  }

  /** What closes all that is open, so that a compiler can read the text up to the cursor. */
  public String closers() {
    StringBuilder closers = new StringBuilder();
    for (Token token : open) {
      closers.append(
          switch (token.text()) {
            case "(" -> ")";
            case "[" -> "]";
            default -> ";}";
          });
    }
    return closers.append(';').toString();
  }
}
