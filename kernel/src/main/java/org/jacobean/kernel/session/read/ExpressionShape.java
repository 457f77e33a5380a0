package org.jacobean.kernel.session.read;

import java.util.Set;
import org.jacobean.kernel.session.read.Snippet.Form;

/** Tells from an expression's outermost tokens whether Java lets it stand as a statement. */
final class ExpressionShape {
  private static final Set<String> ASSIGNS =
      Set.of("=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=");
  private final Tokens tokens;
  private final int from;
  private final int to;

  ExpressionShape(Tokens tokens, int from, int to) {
    this.tokens = tokens;
    this.from = from;
    this.to = to;
  }

  Form form() {
    if (tokens.is(from, "(") && tokens.afterClosing(from) >= to) {
      return Form.VALUE;
    }
    boolean chain = true;
    int k = from;
    if (tokens.is(k, "(")
        && to > k + 1
        && tokens.afterClosing(k) < to
        && !tokens.is(tokens.afterClosing(k), ".")) {
      chain = false;
    }
    while (k < to) {
      if (tokens.is(k, "->")) {
        return Form.VALUE;
      }
      if (assigns(k)) {
        return Form.ASSIGNMENT;
      }
      int arguments = tokens.is(k, "<") ? tokens.afterTypeArguments(k) : -1;
      if (arguments > 0 && arguments <= to) {
        k = arguments;
      } else {
        chain &= isLink(k);
        k = tokens.opens(k) ? tokens.afterClosing(k) : k + 1;
      }
    }
    if (steps()) {
      return Form.STEP;
    }
    return chain && to > from + 1 && endsWithCall() ? created() : Form.VALUE;
  }

  private Form created() {
    return tokens.is(from, "new") && tokens.afterClosing(parenthesis()) >= to
        ? Form.STEP
        : Form.CALL;
  }

  private int parenthesis() {
    int k = from;
    while (k < to && !tokens.is(k, "(")) {
      k++;
    }
    return k;
  }

  private boolean assigns(int k) {
    Token token = tokens.at(k);
    boolean shift =
        token.is(">=") && tokens.is(k - 1, ">") && tokens.at(k - 1).end() == token.start();
    return shift || (token.kind() == Token.Kind.SYMBOL && ASSIGNS.contains(token.text()));
  }

  private boolean isLink(int k) {
    Token token = tokens.at(k);
    return switch (token.kind()) {
      case WORD -> !token.is("instanceof");
      case STRING -> true;
      case SYMBOL -> token.is(".") || tokens.opens(k) || token.is("@");
      default -> false;
    };
  }

  private boolean endsWithCall() {
    return tokens.is(to - 1, ")") || (tokens.is(to - 1, "}") && tokens.is(from, "new"));
  }

  private boolean steps() {
    return isStep(from) ^ isStep(to - 1) && noBinary();
  }

  private boolean isStep(int k) {
    return tokens.is(k, "++") || tokens.is(k, "--");
  }

  private boolean noBinary() {
    for (int k = from + 1; k < to - 1; k = tokens.opens(k) ? tokens.afterClosing(k) : k + 1) {
      if (!isLink(k)) {
        return false;
      }
    }
    return true;
  }
}
