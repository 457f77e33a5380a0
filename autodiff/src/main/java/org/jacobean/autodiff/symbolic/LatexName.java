package org.jacobean.autodiff.symbolic;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a name from Java source looks in mathematics: x1 as x₁, w[0] as w₀, alpha as α. */
final class LatexName {
  private static final Pattern PARTS =
      Pattern.compile("([^\\[\\].]*?)_?([0-9]*)((?:\\[[^\\]]*\\])*)");

  private static final Set<String> GREEK =
      Set.of(
          "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
          "lambda", "mu", "nu", "xi", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi",
          "omega", "Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Phi", "Psi", "Omega");

  private LatexName() {}

  static String of(String name) {
    StringBuilder latex = new StringBuilder();
    for (String part : name.split("\\.(?![^\\[]*\\])")) {
      latex.append(latex.isEmpty() ? "" : "{.}").append(part(part));
    }
    return latex.toString();
  }

  private static String part(String part) {
    Matcher m = PARTS.matcher(part);
    if (!m.matches()) {
      return letters(part);
    }
    String index = m.group(3).replace("][", ",").replaceAll("[\\[\\]]", "");
    boolean both = !index.isEmpty() && !m.group(2).isEmpty();
    String below = m.group(2) + (both ? "," : "") + index;
    return letters(m.group(1)) + (below.isEmpty() ? "" : "_{" + escaped(below) + "}");
  }

  private static String letters(String word) {
    if (GREEK.contains(word)) {
      return "\\" + word;
    }
    return word.codePointCount(0, word.length()) <= 1
        ? escaped(word)
        : "\\mathit{" + escaped(word) + "}";
  }

  /** The text with every character that LaTeX would obey made harmless. */
  static String escaped(String text) {
    return text.replaceAll("[\\\\{}$&#^%~]", "").replace("_", "\\_");
  }
}
