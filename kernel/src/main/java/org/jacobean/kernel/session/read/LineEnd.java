package org.jacobean.kernel.session.read;

import java.util.Set;

/**
 * Finds where an expression ends without a semicolon: at the end of a line, when what begins the
 * next one could not go on with it. So a cell may show {@code x} on a line of its own, as it could
 * if each line were typed alone.
 */
final class LineEnd {
  private static final Set<String> VALUES = Set.of("this", "null", "true", "false", "class");

  private final Tokens tokens;
  private final String source;

  LineEnd(Tokens tokens, String source) {
    this.tokens = tokens;
    this.source = source;
  }

  /** The index after the expression at i, its semicolon included when it has one. */
  int afterExpression(int i) {
    int k = i;
    while (k < tokens.size()) {
      if (tokens.is(k, ";")) {
        return k + 1;
      }
      int next = tokens.opens(k) ? tokens.afterClosing(k) : k + 1;
      if (next < tokens.size() && isNewLine(next) && begins(next) && ends(i, k, next - 1)) {
        return next;
      }
      k = next;
    }
    return tokens.size();
  }

  private boolean isNewLine(int next) {
    return source.substring(tokens.at(next - 1).end(), tokens.at(next).start()).contains("\n");
  }

  private boolean begins(int i) {
    return switch (tokens.at(i).kind()) {
      case WORD -> !tokens.is(i, "instanceof");
      case NUMBER, STRING, CHARACTER -> true;
      default -> tokens.is(i, "@");
    };
  }

  /** Whether the token, or the brackets from {@code open} on, can end the expression. */
  private boolean ends(int from, int open, int last) {
    Token token = tokens.at(last);
    return switch (token.kind()) {
      case WORD -> !Words.isKeyword(token.text()) || VALUES.contains(token.text());
      case SYMBOL ->
          token.is(")") ? !isCast(from, open) : token.is("]") || token.is("++") || token.is("--");
      default -> token.isOperandEnd();
    };
  }

  private boolean isCast(int from, int open) {
    boolean call = open > from && tokens.at(open - 1).isOperandEnd();
    int type = tokens.afterType(open + 1);
    return !call && type > 0 && (tokens.is(type, ")") || tokens.is(type, "&"));
  }
}
