package org.jacobean.kernel.session.read;

/**
 * A word or symbol of Java.
 *
 * @param start where it begins in the source
 * @param end where it ends
 */
public record Token(Kind kind, int start, int end, String text) {

  /** What a token is; BROKEN is a string or comment that nobody closed. */
  public enum Kind {
    WORD,
    NUMBER,
    STRING,
    CHARACTER,
    SYMBOL,
    COMMENT,
    BROKEN
  }

  boolean is(String symbolOrWord) {
    return (kind == Kind.SYMBOL || kind == Kind.WORD) && text.equals(symbolOrWord);
  }

  boolean isName() {
    return kind == Kind.WORD && !Words.isKeyword(text);
  }

  boolean isOperandEnd() {
    return switch (kind) {
      case WORD, NUMBER, STRING, CHARACTER -> true;
      case SYMBOL -> text.equals(")") || text.equals("]");
      case COMMENT, BROKEN -> false;
    };
  }
}
