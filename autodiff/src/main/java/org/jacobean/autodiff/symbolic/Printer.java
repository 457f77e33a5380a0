package org.jacobean.autodiff.symbolic;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes formulas: decides what needs brackets, what stands above a fraction bar and which term
 * comes first. How the pieces look is each notation's own.
 */
abstract class Printer {
  /** How tightly a formula holds together; what is looser than its surroundings gets brackets. */
  enum Binding {
    CHOICE,
    SUM,
    PRODUCT,
    POWER,
    ATOM
  }

  String print(Expr e) {
    return within(e, Binding.CHOICE);
  }

  /** A formula as part of another one. */
  String within(Expr e, Binding needed) {
    String text = plain(e);
    return binding(e).compareTo(needed) < 0 ? brackets(text) : text;
  }

  private String plain(Expr e) {
    if (e instanceof Num n) {
      return n.signum() < 0 ? minus() + number(n.negate()) : number(n);
    }
    if (e instanceof Constant c) {
      return constant(c);
    }
    if (e instanceof Var v) {
      return variable(v);
    }
    if (e instanceof Sum s) {
      return sum(s);
    }
    return e instanceof Product || isReciprocal(e) ? product(Quotient.of(e)) : operation(e);
  }

  private String operation(Expr e) {
    if (e instanceof Power p) {
      return power(p);
    }
    if (e instanceof Call c) {
      return call(c);
    }
    return e instanceof Choice c ? choice(c) : derivative((PendingDerivative) e);
  }

  static boolean isReciprocal(Expr e) {
    return e instanceof Power && Quotient.of(e).isFraction();
  }

  /** How tightly the formula holds together in this notation. */
  Binding binding(Expr e) {
    if (e instanceof Num n) {
      return bindingOf(n);
    }
    if (e instanceof Product || isReciprocal(e)) {
      return Binding.PRODUCT;
    }
    if (e instanceof Sum) {
      return Binding.SUM;
    }
    if (e instanceof Power) {
      return Binding.POWER;
    }
    return e instanceof Choice ? Binding.CHOICE : Binding.ATOM;
  }

  /** A comparison, its sides bracketed where they contain comparisons themselves. */
  String condition(Condition c) {
    String left = within(c.left(), Binding.SUM);
    return left + " " + symbol(c.relation()) + " " + within(c.right(), Binding.SUM);
  }

  private static Binding bindingOf(Num n) {
    if (n.signum() < 0) {
      return Binding.SUM;
    }
    return n.isInteger() || n.isWrittenAsDecimal() ? Binding.ATOM : Binding.PRODUCT;
  }

  /** The terms with a positive one in front where there is one: 1 − x², not −x² + 1. */
  static List<Expr> termsInOrder(Sum sum) {
    List<Expr> terms = new ArrayList<>(sum.terms());
    for (Expr term : sum.terms()) {
      if (Sum.coefficient(term).signum() > 0) {
        terms.remove(term);
        terms.add(0, term);
        break;
      }
    }
    return terms;
  }

  private String sum(Sum sum) {
    StringBuilder text = new StringBuilder();
    for (Expr term : termsInOrder(sum)) {
      boolean negative = Sum.coefficient(term).signum() < 0;
      if (!text.isEmpty()) {
        text.append(negative ? " " + minus() + " " : " + ");
      } else if (negative) {
        text.append(minus());
      }
      text.append(within(negative ? unsigned(term) : term, Binding.PRODUCT));
    }
    return text.toString();
  }

  /** A term without its minus; a group stays a group and is not multiplied out. */
  static Expr unsigned(Expr term) {
    return term.negated();
  }

  private String product(Quotient q) {
    String sign = q.sign() < 0 ? minus() : "";
    if (!q.isFraction()) {
      return sign + factors(q.numerator());
    }
    return sign + fraction(q.numerator(), q.denominator());
  }

  abstract String minus();

  abstract String symbol(Condition.Relation relation);

  abstract String brackets(String text);

  /** A number that is not negative. */
  abstract String number(Num n);

  abstract String constant(Constant c);

  abstract String variable(Var v);

  /** At least one factor, side by side. */
  abstract String factors(List<Expr> factors);

  abstract String fraction(List<Expr> numerator, List<Expr> denominator);

  abstract String power(Power p);

  abstract String call(Call c);

  abstract String choice(Choice c);

  abstract String derivative(PendingDerivative d);
}
