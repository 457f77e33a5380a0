package org.jacobean.autodiff.symbolic;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Walking and rebuilding formulas, whatever they are made of. */
final class Structure {
  private Structure() {}

  /** One more than the sizes of the children together. */
  static long sizeOf(List<Expr> children) {
    long size = 1;
    for (Expr child : children) {
      size = size + child.size() < 0 ? Long.MAX_VALUE : size + child.size();
    }
    return size;
  }

  /** Shows every distinct object in a formula once, children first. */
  static void visit(Expr root, Consumer<Expr> visitor) {
    visit(root, visitor, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static void visit(Expr e, Consumer<Expr> visitor, Set<Expr> seen) {
    if (seen.add(e)) {
      e.children().forEach(child -> visit(child, visitor, seen));
      visitor.accept(e);
    }
  }

  /** The same operation on changed children. */
  static Expr rebuilt(Expr e, UnaryOperator<Expr> change) {
    if (e instanceof Sum s) {
      return Sum.of(s.terms().stream().map(change).toList());
    }
    if (e instanceof Product p) {
      List<Expr> factors = p.factors().stream().map(change).toList();
      return Product.of(List.of(p.coefficient(), Product.of(factors)));
    }
    if (e instanceof Power p) {
      return Power.of(change.apply(p.base()), change.apply(p.exponent()));
    }
    if (e instanceof Call c) {
      return Call.of(c.function(), c.arguments().stream().map(change).toList());
    }
    if (e instanceof Choice c) {
      return Choice.of(c.when().map(change), change.apply(c.then()), change.apply(c.otherwise()));
    }
    return e instanceof PendingDerivative d
        ? new PendingDerivative(change.apply(d.of()), d.by(), d.partial())
        : e;
  }

  /** Whether every term has a minus in front. */
  static boolean isNegative(Sum sum) {
    return sum.terms().stream().allMatch(t -> Sum.coefficient(t).signum() < 0);
  }

  /** The sum with the sign of each term turned. */
  static Expr negatedTerms(Sum sum) {
    return Sum.of(sum.terms().stream().map(Expr::negated).toList());
  }
}
