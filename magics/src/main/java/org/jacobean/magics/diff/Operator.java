package org.jacobean.magics.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.magic.Arguments;

/**
 * A differential operator as typed: {@code d/dx}, {@code d2/dxdy}, {@code d2/dx2}.
 *
 * @param text what stands before it
 * @param denominator what stands below the line
 * @param order of the derivative, as written above it
 */
record Operator(String text, String denominator, int order) {
  private static final Pattern WRITTEN =
      Pattern.compile("^(.*?)\\s+[d∂](\\d*)\\s*(\\w*)/\\s*([d∂].*)$", Pattern.DOTALL);

  static Operator read(Arguments given) throws MagicException {
    String text = given.requiredText("a function and by what to differentiate it, such as f d/dx");
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      throw given.mistake(
          "by what is missing: write d/dx after the function, or d2/dxdy for a second derivative");
    }
    int order = written.group(2).isEmpty() ? 1 : Integer.parseInt(written.group(2));
    return new Operator(written.group(1).strip(), written.group(4).replaceAll("\\s+", ""), order);
  }

  /** The variables of {@code dxdy} or {@code dx2}, the longest names first where several fit. */
  List<String> names(Arguments given, List<String> known) throws MagicException {
    List<String> found = new ArrayList<>();
    int at = 0;
    while (at < denominator.length()) {
      String name = nameAt(at + 1, known);
      if ("d∂".indexOf(denominator.charAt(at)) < 0 || name.isEmpty()) {
        throw given.mistake(
            "%s names none of the variables %s"
                .formatted(denominator.substring(at), String.join(", ", known)));
      }
      at += 1 + name.length();
      int power = 1;
      if (at < denominator.length() && Character.isDigit(denominator.charAt(at))) {
        power = denominator.charAt(at++) - '0';
      }
      for (int k = 0; k < power; k++) {
        found.add(name);
      }
    }
    if (found.size() != order) {
      throw given.mistake(
          "the order above is %d and below %d: write d%s/%s"
              .formatted(order, found.size(), found.size() == 1 ? "" : found.size(), denominator));
    }
    return found;
  }

  private String nameAt(int at, List<String> known) {
    return known.stream()
        .filter(name -> denominator.startsWith(name, at))
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }
}
