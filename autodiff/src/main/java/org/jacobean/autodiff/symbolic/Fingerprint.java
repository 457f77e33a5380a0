package org.jacobean.autodiff.symbolic;

import java.math.BigInteger;
import java.util.List;

/**
 * A number of 64 bits for a formula, the same for equal formulas whatever the order of terms. It
 * makes comparing formulas that share parts cheap: written out they may be exponentially long.
 */
final class Fingerprint {
  /** Larger formulas with equal fingerprints count as equal; the odds against it are 2⁶⁴ to 1. */
  private static final long COMPARED_IN_FULL = 500;

  private Fingerprint() {}

  static long ofText(String kind, String text) {
    long h = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      h = (h ^ text.charAt(i)) * 0x100000001b3L;
    }
    return mixed(h ^ mixed(kind.hashCode()));
  }

  static long ofNumber(BigInteger numerator, BigInteger denominator) {
    long wide = numerator.bitLength() < 64 ? 0 : mixed(numerator.hashCode());
    return mixed(numerator.longValue() ^ wide) * 31 + mixed(denominator.longValue() + 7);
  }

  /** Parts whose order matters. */
  static long ofOrdered(String kind, List<Expr> parts) {
    long h = mixed(kind.hashCode());
    for (Expr part : parts) {
      h = mixed(h * 31 + part.fingerprint());
    }
    return h;
  }

  /** Parts whose order does not matter. */
  static long ofUnordered(String kind, List<Expr> parts) {
    long h = 0;
    for (Expr part : parts) {
      h += mixed(part.fingerprint());
    }
    return mixed(h ^ mixed(kind.hashCode()));
  }

  /** Whether two formulas with the same fingerprint still need to be looked at. */
  static boolean decides(Expr e) {
    return e.size() > COMPARED_IN_FULL;
  }

  /** Stafford's mix of all bits, as in SplittableRandom. */
  private static long mixed(long z) {
    long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
    return b ^ (b >>> 31);
  }
}
