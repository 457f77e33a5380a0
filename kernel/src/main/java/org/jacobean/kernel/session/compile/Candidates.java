package org.jacobean.kernel.session.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the compiler says when no method fits: every candidate with its reason, which for a method
 * of many forms fills the screen. The likeliest few are kept, those that come closest first.
 */
final class Candidates {
  private static final int MOST = 3;
  private static final Pattern HEAD =
      Pattern.compile("\\s*(?:method|constructor) .* is not applicable");
  private static final Pattern QUALIFIER = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])");

  /** How far a candidate is from fitting, by its reason; what is not listed comes closest. */
  private static final List<String> FAR =
      List.of("incompatible parameter types", "is not a functional interface", "differ in length");

  /** A primitive where a type variable stands: javac speaks of bounds. */
  private static final Pattern PRIMITIVE =
      Pattern.compile("equality constraints: (double|float|int|long|boolean|char|short|byte)\\b");

  private record Candidate(String text) {
    int distance() {
      for (int i = 0; i < FAR.size(); i++) {
        if (text.contains(FAR.get(i))) {
          return i + 1;
        }
      }
      return 0;
    }
  }

  private Candidates() {}

  /** The same message, at most a few candidates long. */
  static String shortened(String message) {
    List<String> kept = new ArrayList<>();
    List<Candidate> candidates = new ArrayList<>();
    for (String line : message.lines().toList()) {
      if (HEAD.matcher(line).matches()) {
        candidates.add(new Candidate(line));
      } else if (candidates.isEmpty()) {
        kept.add(line);
      } else {
        Candidate last = candidates.remove(candidates.size() - 1);
        candidates.add(new Candidate(last.text + "\n" + line));
      }
    }
    if (candidates.size() <= MOST) {
      return message;
    }
    candidates.sort(Comparator.comparingInt(Candidate::distance));
    for (Candidate candidate : candidates.subList(0, MOST)) {
      kept.add(QUALIFIER.matcher(candidate.text).replaceAll(""));
    }
    kept.add("    … and " + (candidates.size() - MOST) + " more");
    Matcher primitive = PRIMITIVE.matcher(message);
    if (primitive.find()) {
      kept.add(
          "    (a generic parameter cannot be a "
              + primitive.group(1)
              + ": write "
              + boxed(primitive.group(1))
              + " in its place)");
    }
    return String.join("\n", kept);
  }

  private static String boxed(String primitive) {
    return switch (primitive) {
      case "int" -> "Integer";
      case "char" -> "Character";
      default -> Character.toUpperCase(primitive.charAt(0)) + primitive.substring(1);
    };
  }
}
