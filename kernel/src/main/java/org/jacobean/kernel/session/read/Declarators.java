package org.jacobean.kernel.session.read;

import java.util.ArrayList;
import java.util.List;
import org.jacobean.kernel.session.read.Snippet.Declarator;
import org.jacobean.kernel.session.read.Snippet.Span;

/** The names of a variable declaration: {@code a = 1, b[] = {2}, c}. */
final class Declarators {
  private final Tokens tokens;
  private final int from;
  private final int to;

  Declarators(Tokens tokens, int from, int to) {
    this.tokens = tokens;
    this.from = from;
    this.to = to;
  }

  List<Declarator> read() {
    List<Declarator> result = new ArrayList<>();
    int k = from;
    while (k < to) {
      int name = k;
      int dimensions = tokens.afterDimensions(name + 1);
      int end = end(dimensions);
      int value = tokens.is(dimensions, "=") ? dimensions + 1 : dimensions;
      result.add(
          new Declarator(
              tokens.at(name).text(),
              new Span(tokens.at(name).start(), tokens.at(name).end()),
              "[]".repeat((dimensions - name - 1) / 2),
              span(value, end)));
      k = end + 1;
    }
    return result;
  }

  private Span span(int first, int end) {
    int start = tokens.at(Math.min(first, to - 1)).start();
    return first < end
        ? new Span(tokens.at(first).start(), tokens.at(end - 1).end())
        : new Span(start, start);
  }

  /** The index of the comma or end that closes a declarator. */
  private int end(int start) {
    int k = start;
    while (k < to) {
      if (tokens.is(k, ",") && startsDeclarator(k + 1)) {
        return k;
      }
      k = next(k);
    }
    return to;
  }

  private int next(int k) {
    if (tokens.opens(k)) {
      return tokens.afterClosing(k);
    }
    int arguments = tokens.is(k, "<") ? tokens.afterTypeArguments(k) : -1;
    return arguments > 0 && typeContinues(arguments) ? arguments : k + 1;
  }

  private boolean typeContinues(int k) {
    return tokens.is(k, "(")
        || tokens.is(k, "[")
        || tokens.is(k, "{")
        || tokens.is(k, ".")
        || tokens.is(k, "::");
  }

  private boolean startsDeclarator(int k) {
    int after = tokens.afterDimensions(k + 1);
    return tokens.at(k).isName() && (after >= to || tokens.is(after, "=") || tokens.is(after, ","));
  }
}
