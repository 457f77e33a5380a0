package org.jacobean.kernel.session.read;

import java.util.ArrayList;
import java.util.List;
import org.jacobean.kernel.session.read.Token.Kind;

/** Cuts source into tokens; never fails. A {@code >} stays alone, so that generics close. */
public final class Lexer {
  private static final String[] SYMBOLS = {
    "<<=", "...", "->", "::", "==", "!=", "<=", ">=", "&&", "||", "++", "--", "+=", "-=", "*=",
    "/=", "%=", "&=", "|=", "^=", "<<"
  };

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String source) {
    this.source = source;
  }

  /** All tokens in order, comments among them. */
  public static List<Token> tokens(String source) {
    return new Lexer(source).all();
  }

  private List<Token> all() {
    while (at < source.length()) {
      next(source.charAt(at));
    }
    return tokens;
  }

  private void next(char c) {
    if (Character.isWhitespace(c)) {
      at++;
    } else if (Character.isJavaIdentifierStart(source.codePointAt(at))) {
      word();
    } else if (Character.isDigit(c) || (c == '.' && Character.isDigit(peek(1)))) {
      number();
    } else if (c == '"') {
      quoted();
    } else if (c == '\'') {
      literal('\'', Kind.CHARACTER);
    } else if (c == '/' && peek(1) == '/') {
      add(Kind.COMMENT, lineEnd(at));
    } else if (c == '/' && peek(1) == '*') {
      closed("*/", at + 2, Kind.COMMENT);
    } else {
      symbol();
    }
  }

  private char peek(int ahead) {
    return at + ahead < source.length() ? source.charAt(at + ahead) : '\0';
  }

  private void add(Kind kind, int end) {
    tokens.add(new Token(kind, at, end, source.substring(at, end)));
    at = end;
  }

  private int lineEnd(int from) {
    int end = from;
    while (end < source.length() && source.charAt(end) != '\n' && source.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private void word() {
    int end = at;
    while (end < source.length() && Character.isJavaIdentifierPart(source.codePointAt(end))) {
      end += Character.charCount(source.codePointAt(end));
    }
    add(Kind.WORD, end);
  }

  private void number() {
    int end = at;
    while (end < source.length() && continuesNumber(end)) {
      end++;
    }
    add(Kind.NUMBER, end);
  }

  private boolean continuesNumber(int i) {
    char c = source.charAt(i);
    if (c == '+' || c == '-') {
      char before = Character.toLowerCase(source.charAt(i - 1));
      boolean hexadecimal = source.startsWith("0x", at) || source.startsWith("0X", at);
      return hexadecimal ? before == 'p' : before == 'e';
    }
    return c == '.' || Character.isJavaIdentifierPart(c);
  }

  private void quoted() {
    if (source.startsWith("\"\"\"", at)) {
      closed("\"\"\"", at + 3, Kind.STRING);
    } else {
      literal('"', Kind.STRING);
    }
  }

  private void literal(char quote, Kind kind) {
    int limit = lineEnd(at);
    for (int i = at + 1; i < limit; i++) {
      if (source.charAt(i) == '\\') {
        i++;
      } else if (source.charAt(i) == quote) {
        add(kind, i + 1);
        return;
      }
    }
    add(Kind.BROKEN, limit);
  }

  private void closed(String closer, int from, Kind kind) {
    for (int i = from; i < source.length(); i++) {
      if (source.charAt(i) == '\\' && kind == Kind.STRING) {
        i++;
      } else if (source.startsWith(closer, i)) {
        add(kind, i + closer.length());
        return;
      }
    }
    add(Kind.BROKEN, source.length());
  }

  private void symbol() {
    for (String symbol : SYMBOLS) {
      if (source.startsWith(symbol, at)) {
        add(Kind.SYMBOL, at + symbol.length());
        return;
      }
    }
    add(Kind.SYMBOL, at + Character.charCount(source.codePointAt(at)));
  }
}
