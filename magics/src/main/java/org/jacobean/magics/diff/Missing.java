package org.jacobean.magics.diff;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.Notebook;
import org.jacobean.kernel.magic.Arguments;
import org.jacobean.kernel.magic.Nearest;

/** What to say when a function, an argument or a value is not there. */
final class Missing {
  /** Functions of Math that a formula may name without their class. */
  static final Set<String> MATH =
      Set.of(
          "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp",
          "expm1", "log", "log10", "log1p", "sqrt", "cbrt", "pow", "hypot", "abs", "max", "min",
          "signum", "floor", "ceil");

  /** A word after something complete: a name, a number or a closing bracket. */
  private static final Pattern STRAY =
      Pattern.compile("(?<=[\\w)\\]])(?<!\\bnew)(?<!\\binstanceof)\\s+([A-Za-z]\\w*)");

  private static final Set<String> JAVA = Set.of("instanceof");

  private final Notebook notebook;
  private final Arguments given;

  Missing(Notebook notebook, Arguments given) {
    this.notebook = notebook;
    this.given = given;
  }

  boolean isLibrary(String name) {
    return MATH.contains(name);
  }

  MagicException function(String name) {
    var held = notebook.variable(name);
    if (held.isPresent()) {
      return given.mistake(
          "%s is a variable of type %s and no function".formatted(name, held.get().type()));
    }
    Set<String> known = new TreeSet<>(notebook.methodNames());
    notebook.variables().forEach(v -> known.add(v.name()));
    String near = Nearest.to(name, known).map(n -> " Did you mean " + n + "?").orElse("");
    String remedy =
        near.isEmpty()
            ? " Define it in a cell, such as double " + name + "(double x) { return x * x; }"
            : near;
    return given.mistake("there is no function " + name + " in this session." + remedy);
  }

  MagicException arguments(Question.Call asked, List<String> names) {
    int count = asked.arguments().size();
    return given.mistake(
        "%s takes %s (%s), and here %s. Write %s(%s)"
            .formatted(
                asked.name(),
                counted(names.size(), "argument"),
                String.join(", ", names),
                count == 1 ? "stands 1" : "stand " + count,
                asked.name(),
                String.join(", ", names.stream().map(n -> "…").toList())));
  }

  MagicException values(String name, List<String> names) {
    String call = String.join(", ", names.stream().map(n -> "1").toList());
    return given.mistake(
        "%s needs values for %s: write %s(%s)"
            .formatted(name, String.join(", ", names), name, call));
  }

  void checkNames(String name, List<String> names, Map<String, String> assigned)
      throws MagicException {
    for (String each : assigned.keySet()) {
      if (!names.contains(each)) {
        String near = Nearest.to(each, names).map(n -> ". Did you mean " + n + "?").orElse("");
        throw given.mistake(
            "%s is none of the variables of %s: %s%s"
                .formatted(each, name, String.join(", ", names), near));
      }
    }
    List<String> open = names.stream().filter(n -> !assigned.containsKey(n)).toList();
    if (!open.isEmpty()) {
      throw given.mistake(
          "%s has no value: add it after at, such as at %s=1"
              .formatted(String.join(", ", open), open.get(0)));
    }
  }

  /** What no expression can hold: code after a semicolon, a word where an option should stand. */
  void checkWords(String text) throws MagicException {
    String code = Nesting.withoutLiterals(text);
    int semicolon = code.indexOf(';');
    if (semicolon >= 0 && semicolon < code.length() - 1) {
      throw given.mistake(
          "a magic takes the whole line: put %s on the next one"
              .formatted(text.substring(semicolon + 1).strip()));
    }
    Matcher stray = STRAY.matcher(code);
    while (stray.find()) {
      if (JAVA.contains(stray.group(1)) || afterCast(code, stray.start() - 1)) {
        continue;
      }
      String word = stray.group(1);
      List<String> words = given.options();
      String near = Nearest.to(word, words).map(n -> ". Did you mean " + n + "?").orElse("");
      throw given.mistake(
          "%s is none of its words, which are %s%s"
              .formatted(word, words.isEmpty() ? "none" : String.join(", ", words), near));
    }
  }

  /** Whether the bracket that closes there holds a type: then nothing calls it. */
  private static boolean afterCast(String code, int close) {
    int open = close;
    for (int depth = 0; open >= 0; open--) {
      depth += code.charAt(open) == ')' ? 1 : code.charAt(open) == '(' ? -1 : 0;
      if (depth == 0) {
        break;
      }
    }
    String before = code.substring(0, Math.max(0, open)).stripTrailing();
    return code.charAt(close) == ')' && !before.matches("(?s).*[\\w)\\]]");
  }

  static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
