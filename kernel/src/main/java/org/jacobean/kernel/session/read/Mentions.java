package org.jacobean.kernel.session.read;

import java.util.HashSet;
import java.util.Set;
import org.jacobean.kernel.session.read.Snippet.Span;

/** The words of a text: all the names it could possibly refer to. */
public final class Mentions {
  private Mentions() {}

  public static Set<String> of(String text) {
    Set<String> words = new HashSet<>();
    for (Token token : Lexer.tokens(text)) {
      if (token.kind() == Token.Kind.WORD) {
        words.add(token.text());
      }
    }
    return words;
  }

  public static Set<String> of(CellText cell, Span span) {
    return of(span.of(cell.java()));
  }
}
