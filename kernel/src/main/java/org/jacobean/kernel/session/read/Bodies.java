package org.jacobean.kernel.session.read;

import java.util.List;
import java.util.Set;

/** Tells a statement that still lacks its body, such as {@code if (x)}. */
public final class Bodies {
  private static final Set<String> HEADS =
      Set.of("if", "while", "for", "switch", "synchronized", "catch");

  private Bodies() {}

  /** Whether the text ends with a head; a {@code while} after {@code do} ends its loop. */
  public static boolean isMissing(String text) {
    List<Token> tokens =
        Lexer.tokens(text).stream().filter(t -> t.kind() != Token.Kind.COMMENT).toList();
    int last = tokens.size() - 1;
    if (last >= 0 && (tokens.get(last).is("else") || tokens.get(last).is("do"))) {
      return true;
    }
    int depth = 0;
    for (int i = last; i >= 0; i--) {
      depth += tokens.get(i).is(")") ? 1 : tokens.get(i).is("(") ? -1 : 0;
      if (depth == 0) {
        boolean loop = i >= 2 && tokens.get(i - 2).is("}") && tokens.get(0).is("do");
        return i > 0 && i < last && HEADS.contains(tokens.get(i - 1).text()) && !loop;
      }
    }
    return false;
  }
}
