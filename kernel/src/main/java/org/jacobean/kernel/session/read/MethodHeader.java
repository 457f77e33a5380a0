package org.jacobean.kernel.session.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A method's first line taken apart.
 *
 * @param text type parameters, type, name, parameters and throws, without modifiers
 */
public record MethodHeader(String text, String name, List<String> parameterNames, boolean isVoid) {
  private static final Set<String> MODIFIERS =
      Set.of("public", "protected", "private", "static", "final", "synchronized", "strictfp");

  /** Reads the header of a method's source. */
  public static MethodHeader of(String source) {
    Tokens tokens =
        new Tokens(
            Lexer.tokens(source).stream().filter(t -> t.kind() != Token.Kind.COMMENT).toList());
    int start = tokens.afterModifiers(0);
    int type = tokens.is(start, "<") ? tokens.afterTypeArguments(start) : start;
    int name = tokens.afterType(type);
    int close = tokens.afterClosing(name + 1);
    int end = close;
    while (end < tokens.size() && !tokens.is(end, "{") && !tokens.is(end, ";")) {
      end++;
    }
    return new MethodHeader(
        text(tokens, start, end),
        tokens.at(name).text(),
        names(tokens, name + 2, close - 1),
        tokens.is(type, "void"));
  }

  private static String text(Tokens tokens, int from, int to) {
    return IntStream.range(from, to)
        .filter(i -> !MODIFIERS.contains(tokens.at(i).text()))
        .mapToObj(i -> tokens.at(i).text())
        .collect(Collectors.joining(" "));
  }

  private static List<String> names(Tokens tokens, int from, int to) {
    List<String> names = new ArrayList<>();
    int k = from;
    while (k < to) {
      int type = tokens.afterType(k);
      int name = tokens.is(type, "...") ? type + 1 : type;
      if (name < 0 || name >= to) {
        return names;
      }
      names.add(tokens.at(name).text());
      k = tokens.afterDimensions(name + 1) + 1;
    }
    return names;
  }
}
