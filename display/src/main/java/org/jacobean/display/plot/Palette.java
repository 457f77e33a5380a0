package org.jacobean.display.plot;

import java.util.List;

/** Colours that the colour-blind can tell apart: Okabe–Ito for kinds, viridis for amounts. */
public final class Palette {
  /** Okabe and Ito's seven without black, which a dark page would swallow. */
  public static final List<String> KINDS =
      List.of("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442");

  /** The same kinds, those first that viridis has nothing like. */
  static final List<String> ON_AMOUNTS =
      List.of("#D55E00", "#CC79A7", "#56B4E9", "#E69F00", "#F0E442", "#0072B2", "#009E73");

  private static final int[][] VIRIDIS = {
    {68, 1, 84}, {72, 40, 120}, {62, 74, 137}, {49, 104, 142}, {38, 130, 142},
    {31, 158, 137}, {53, 183, 121}, {109, 205, 89}, {180, 222, 44}, {253, 231, 37}
  };

  private Palette() {}

  static String kind(int index, boolean onAmounts) {
    return (onAmounts ? ON_AMOUNTS : KINDS).get(Math.floorMod(index, KINDS.size()));
  }

  /** Viridis at a place from 0 (dark violet) to 1 (yellow), darkened by a shade below 1. */
  public static String amount(double place, double shade) {
    double p = Math.max(0, Math.min(1, place)) * (VIRIDIS.length - 1);
    int i = Math.min((int) p, VIRIDIS.length - 2);
    StringBuilder hex = new StringBuilder("#");
    for (int c = 0; c < 3; c++) {
      double channel = VIRIDIS[i][c] + (p - i) * (VIRIDIS[i + 1][c] - VIRIDIS[i][c]);
      int value = (int) Math.round(Math.max(0, Math.min(255, channel * shade)));
      hex.append(Character.forDigit(value >> 4, 16)).append(Character.forDigit(value & 15, 16));
    }
    return hex.toString();
  }

  /** Viridis in hexadecimal, dark to light. */
  static List<String> amounts() {
    return java.util.stream.IntStream.range(0, VIRIDIS.length)
        .mapToObj(i -> amount(i / (VIRIDIS.length - 1.0), 1))
        .toList();
  }
}
