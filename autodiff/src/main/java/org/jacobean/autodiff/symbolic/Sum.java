package org.jacobean.autodiff.symbolic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A sum of at least two terms that are not alike, in the order in which they were first written. A
 * negative group stays a group: y − (wx + b) is not y − wx − b, as its author had a reason.
 */
public final class Sum extends Compound {
  private final List<Expr> terms;

  private Sum(List<Expr> terms) {
    super(Fingerprint.ofUnordered("sum", terms), terms);
    this.terms = List.copyOf(terms);
  }

  static Expr of(List<? extends Expr> terms) {
    Map<Expr, Num> alike = new LinkedHashMap<>();
    boolean finite = true;
    for (Expr term : terms) {
      finite &= collect(term, alike);
    }
    alike.values().removeIf(c -> c.signum() == 0);
    return finite ? rebuilt(alike) : Constant.NAN;
  }

  /** Adds a term to the terms like it; false when the term is NaN. */
  private static boolean collect(Expr term, Map<Expr, Num> alike) {
    if (term instanceof Sum sum) {
      sum.terms.forEach(t -> collect(t, alike));
    } else if (!term.isZero()) {
      alike.merge(withoutCoefficient(term), coefficient(term), Num::add);
    }
    return term != Constant.NAN;
  }

  private static Expr rebuilt(Map<Expr, Num> alike) {
    List<Expr> terms = new ArrayList<>();
    boolean nested = false;
    for (Map.Entry<Expr, Num> e : alike.entrySet()) {
      Expr term = Product.scaled(e.getValue(), e.getKey());
      nested |= term instanceof Sum;
      terms.add(term);
    }
    if (nested) {
      return of(terms);
    }
    return switch (terms.size()) {
      case 0 -> Num.ZERO;
      case 1 -> terms.get(0);
      default -> new Sum(terms);
    };
  }

  /** The number in front of a term: 6 in 6xy. */
  static Num coefficient(Expr term) {
    if (term instanceof Num n) {
      return n;
    }
    return term instanceof Product p ? p.coefficient() : Num.ONE;
  }

  /** A term without its number: xy in 6xy, 1 in 6. */
  static Expr withoutCoefficient(Expr term) {
    if (term instanceof Num) {
      return Num.ONE;
    }
    return term instanceof Product p ? p.withoutCoefficient() : term;
  }

  /** The terms of a sum; any other formula is its own only term. */
  static List<Expr> termsOf(Expr e) {
    return e instanceof Sum s ? s.terms : List.of(e);
  }

  public List<Expr> terms() {
    return terms;
  }

  @Override
  public List<Expr> children() {
    return terms;
  }

  @Override
  boolean sameAs(Compound other) {
    return other instanceof Sum s
        && terms.size() == s.terms.size()
        && (Fingerprint.decides(this)
            || terms.equals(s.terms)
            || Set.copyOf(terms).equals(Set.copyOf(s.terms)));
  }
}
