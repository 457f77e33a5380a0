package org.jacobean.kernel.magic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The name somebody most likely meant: by edit distance, case aside, swapped letters one edit. */
public final class Nearest {
  private Nearest() {}

  /** The nearest of the names, unless even that is too far off to be what was meant. */
  public static Optional<String> to(String typed, Collection<String> names) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    return names.stream()
        .filter(name -> distance(wanted, name.toLowerCase(Locale.ROOT)) <= reach(wanted))
        .min(
            Comparator.comparingInt(
                    (String name) -> distance(wanted, name.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()))
        .or(() -> startingAlike(wanted, names));
  }

  private static int reach(String typed) {
    return Math.max(1, typed.length() / 3);
  }

  private static Optional<String> startingAlike(String wanted, Collection<String> names) {
    return wanted.length() < 2
        ? Optional.empty()
        : names.stream()
            .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(wanted))
            .min(Comparator.comparingInt(String::length));
  }

  /** Damerau's distance in its optimal-alignment form. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 ? j : j == 0 ? i : step(d, a, b, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(int[][] d, String a, String b, int i, int j) {
    int change = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, 1 + d[i - 2][j - 2]) : best;
  }
}
