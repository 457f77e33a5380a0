package org.jacobean.kernel.session.read;

import java.util.List;
import java.util.Set;

/** A walk over tokens that knows brackets, types and statements; positions are token indices. */
final class Tokens {
  private static final Token END = new Token(Token.Kind.SYMBOL, 0, 0, "");
  private final List<Token> tokens;

  Tokens(List<Token> tokens) {
    this.tokens = tokens;
  }

  int size() {
    return tokens.size();
  }

  Token at(int i) {
    return i >= 0 && i < tokens.size() ? tokens.get(i) : END;
  }

  boolean is(int i, String text) {
    return at(i).is(text);
  }

  /** The index after the bracket that closes the one at i. */
  int afterClosing(int i) {
    int depth = 0;
    for (int k = i; k < size(); k++) {
      if (opens(k)) {
        depth++;
      } else if (closes(k) && --depth == 0) {
        return k + 1;
      }
    }
    return size();
  }

  boolean opens(int i) {
    return at(i).kind() == Token.Kind.SYMBOL && "([{".contains(at(i).text()) && i < size();
  }

  boolean closes(int i) {
    return at(i).kind() == Token.Kind.SYMBOL && ")]}".contains(at(i).text()) && i < size();
  }

  /** The index after the next semicolon outside brackets, or the end. */
  int afterSemicolon(int i) {
    int k = i;
    while (k < size()) {
      if (is(k, ";")) {
        return k + 1;
      }
      k = opens(k) ? afterClosing(k) : k + 1;
    }
    return size();
  }

  /** The index after modifiers and annotations. */
  int afterModifiers(int i) {
    int k = i;
    while (true) {
      if (is(k, "@") && !is(k + 1, "interface")) {
        k = afterQualifiedName(k + 1);
        k = is(k, "(") ? afterClosing(k) : k;
      } else if (is(k, "non") && is(k + 1, "-") && is(k + 2, "sealed")) {
        k += 3;
      } else if (isModifier(k)) {
        k++;
      } else {
        return k;
      }
    }
  }

  private boolean isModifier(int i) {
    Token next = at(i + 1);
    return switch (at(i).text()) {
      case "non", "default" -> false;
      case "synchronized" -> !next.is("(");
      case "sealed" -> next.kind() == Token.Kind.WORD && !next.text().equals("instanceof");
      default -> at(i).kind() == Token.Kind.WORD && Words.isModifier(at(i).text());
    };
  }

  int afterQualifiedName(int i) {
    int k = i + 1;
    while (is(k, ".") && at(k + 1).kind() == Token.Kind.WORD) {
      k += 2;
    }
    return k;
  }

  /** The index after the type that starts at i, or -1 when none does. */
  int afterType(int i) {
    int k = afterModifiers(i);
    if (at(k).kind() != Token.Kind.WORD) {
      return -1;
    }
    if (Words.isPrimitive(at(k).text())) {
      return afterDimensions(k + 1);
    }
    while (at(k).isName()) {
      k++;
      if (is(k, "<")) {
        k = afterTypeArguments(k);
        if (k < 0) {
          return -1;
        }
      }
      if (!is(k, ".")) {
        return afterDimensions(k);
      }
      k++;
    }
    return -1;
  }

  int afterDimensions(int i) {
    int k = i;
    while (is(k, "[") && is(k + 1, "]")) {
      k += 2;
    }
    return k;
  }

  /** The index after {@code <…>}, or -1 when the sign is a comparison. */
  int afterTypeArguments(int i) {
    int k = i + 1;
    if (is(k, ">")) {
      return k + 1;
    }
    while (true) {
      k = is(k, "?") ? afterWildcard(k + 1) : afterType(k);
      while (k > 0 && (is(k, "&") || is(k, "extends"))) {
        k = afterType(k + 1);
      }
      if (k < 0) {
        return -1;
      }
      if (is(k, ">")) {
        return k + 1;
      }
      if (!is(k, ",")) {
        return -1;
      }
      k++;
    }
  }

  private int afterWildcard(int i) {
    return is(i, "extends") || is(i, "super") ? afterType(i + 1) : i;
  }

  private static final Set<String> BLOCKS =
      Set.of("if", "while", "for", "do", "try", "switch", "synchronized");

  boolean startsBlock(int i) {
    return is(i, "{")
        || (at(i).kind() == Token.Kind.WORD && BLOCKS.contains(at(i).text()))
        || isLabel(i);
  }

  private boolean isLabel(int i) {
    return at(i).isName() && is(i + 1, ":");
  }

  /** The index after the statement at i. */
  int afterStatement(int i) {
    if (i >= size()) {
      return size();
    }
    if (is(i, "{")) {
      return afterClosing(i);
    }
    if (isLabel(i)) {
      return afterStatement(i + 2);
    }
    return switch (at(i).kind() == Token.Kind.WORD ? at(i).text() : "") {
      case "if" -> afterElse(afterStatement(afterParentheses(i + 1)));
      case "while", "for", "synchronized" -> afterStatement(afterParentheses(i + 1));
      case "do" -> afterSemicolon(afterStatement(i + 1));
      case "try" -> afterHandlers(afterClosing(is(i + 1, "(") ? afterParentheses(i + 1) : i + 1));
      case "switch" -> afterSwitch(afterClosing(afterParentheses(i + 1)));
      default -> afterSemicolon(i);
    };
  }

  private int afterParentheses(int i) {
    return is(i, "(") ? afterClosing(i) : i;
  }

  private int afterElse(int i) {
    return is(i, "else") ? afterStatement(i + 1) : i;
  }

  private int afterHandlers(int i) {
    int k = i;
    while (is(k, "catch") || is(k, "finally")) {
      k = afterClosing(afterParentheses(k + 1));
    }
    return k;
  }

  private int afterSwitch(int i) {
    return is(i, ".") || is(i, ";") ? afterSemicolon(i) : i;
  }
}
