package org.jacobean.kernel.session.read;

/** Tells a switch expression at a cell's end from a statement: its first arrow gives a value. */
final class SwitchShape {
  private final Tokens tokens;
  private final int body;
  private final int end;

  SwitchShape(Tokens tokens, int body, int end) {
    this.tokens = tokens;
    this.body = body;
    this.end = end;
  }

  boolean yieldsValue() {
    int k = body + 1;
    while (k < end && !tokens.is(k, "->")) {
      k = tokens.opens(k) ? tokens.afterClosing(k) : k + 1;
    }
    if (tokens.is(k + 1, "{")) {
      return holdsYield(k + 1);
    }
    int last = tokens.afterSemicolon(k + 1) - 1;
    return !tokens.is(k + 1, "throw")
        && new ExpressionShape(tokens, k + 1, last).form() == Snippet.Form.VALUE;
  }

  private boolean holdsYield(int block) {
    int close = tokens.afterClosing(block);
    for (int k = block; k < close; k++) {
      if (tokens.is(k, "yield")) {
        return true;
      }
    }
    return false;
  }
}
