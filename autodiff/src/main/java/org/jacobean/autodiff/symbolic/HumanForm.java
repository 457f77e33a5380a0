package org.jacobean.autodiff.symbolic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chooses, among forms that mean the same, the one a person would write. The form the formula has
 * is kept unless another one is clearly shorter: 6x(x² + 5)² is not multiplied out, and (x + 1)² −
 * x² is.
 */
final class HumanForm {
  /** Larger formulas nobody reads; they stay as they are. */
  private static final long LARGEST = 3000;

  private static final long LARGEST_TO_EXPAND = 400;

  private static final int MOST_ROUNDS = 6;

  private static final int DEEPEST_NESTING = 1;

  /** What was found already, by how deep within candidates. */
  private final List<Map<Expr, Expr>> known = List.of(new HashMap<>(), new HashMap<>());

  private final Readability.Measure measure = new Readability.Measure();
  private int nesting;

  private HumanForm() {}

  static Expr of(Expr e) {
    return e.size() > LARGEST ? e : new HumanForm().whole(e);
  }

  /** A formula that stands by itself, not as a term: here −(y − p) becomes p − y. */
  private Expr whole(Expr e) {
    Expr best = best(e);
    Expr turned = withoutOuterMinus(best);
    return turned == null ? best : turned;
  }

  private static @Nullable Expr withoutOuterMinus(Expr e) {
    boolean minusGroup = e instanceof Product p && p.coefficient().equals(Num.MINUS_ONE);
    List<Expr> groups = Product.factorsOf(e);
    if (!minusGroup || groups.size() != 1 || !(groups.get(0) instanceof Sum group)) {
      return null;
    }
    boolean allPositive = group.terms().stream().allMatch(t -> Sum.coefficient(t).signum() > 0);
    return allPositive ? null : Structure.negatedTerms(group);
  }

  private Expr best(Expr e) {
    Expr before = known.get(nesting).get(e);
    if (before != null) {
      return before;
    }
    Expr best = withSettledParts(e);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Expr better = better(best);
      if (better == null) {
        break;
      }
      best = withSettledParts(better);
    }
    known.get(nesting).put(e, best);
    return best;
  }

  /** Putting better parts together may make new parts, such as the sum of two exponents. */
  private Expr withSettledParts(Expr e) {
    Expr before = e;
    Expr after = withBestParts(e);
    for (int i = 0; i < MOST_ROUNDS && !after.equals(before); i++) {
      before = after;
      after = withBestParts(after);
    }
    return after;
  }

  private Expr withBestParts(Expr e) {
    return e.children().isEmpty()
        ? e
        : Structure.rebuilt(e, e instanceof Call || e instanceof Choice ? this::whole : this::best);
  }

  /** The shortest of the candidates that read better than what there is. */
  private @Nullable Expr better(Expr e) {
    Readability now = measure.of(e);
    Expr best = null;
    for (Expr candidate : candidates(e)) {
      if (isWorthATry(candidate, now)) {
        Expr settled = candidate.equals(e) ? e : settled(candidate);
        Readability then = measure.of(settled);
        if (then.beats(now) && (best == null || then.isShorterThan(measure.of(best)))) {
          best = settled;
        }
      }
    }
    return best;
  }

  /** A candidate's parts are settled too, but within a candidate no further ones are. */
  private Expr settled(Expr candidate) {
    if (nesting == DEEPEST_NESTING) {
      return candidate;
    }
    nesting++;
    Expr settled = withBestParts(candidate);
    nesting--;
    return settled;
  }

  /** Settling the parts may shorten a candidate, but not one that is far too long. */
  private boolean isWorthATry(Expr candidate, Readability now) {
    return measure.of(candidate).symbols() <= 1.5 * now.symbols() + 3;
  }

  private List<Expr> candidates(Expr e) {
    List<Expr> found = new ArrayList<>();
    Expr expanded = e.size() > LARGEST_TO_EXPAND ? null : Expansion.of(e);
    if (expanded != null) {
      found.add(expanded);
      addFactored(expanded, found);
    }
    addFactored(e, found);
    if (e instanceof Sum s) {
      found.add(ungrouped(s));
      found.add(Trigonometry.contracted(s));
    }
    if (e instanceof Product p) {
      found.addAll(Rearrangement.of(p));
      found.addAll(nesting == 0 ? Division.of(p) : List.of());
    }
    return found;
  }

  private static void addFactored(Expr e, List<Expr> found) {
    if (e instanceof Sum s) {
      found.add(Factoring.commonFactor(s));
      found.add(Factoring.commonLetters(s));
      Expr fraction = Factoring.oneDenominator(s);
      found.add(fraction);
      found.addAll(Rearrangement.ofNumerator(fraction));
    }
  }

  /** Numbers multiplied into the groups behind them, nothing else. */
  private static Expr ungrouped(Sum sum) {
    return Sum.of(sum.terms().stream().map(HumanForm::ungroupedTerm).toList());
  }

  private static Expr ungroupedTerm(Expr term) {
    Expr inner = Sum.withoutCoefficient(term);
    if (!(inner instanceof Sum)) {
      return term;
    }
    Expr distributed = Expansion.distributed(Sum.coefficient(term), inner);
    return distributed == null ? term : distributed;
  }
}
