package org.jacobean.autodiff.symbolic;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jacobean.autodiff.symbolic.Condition.Relation;
import org.jspecify.annotations.Nullable;

/**
 * Reads formulas from text: {@code + - * / ^}, brackets, function calls, and {@code x > 0 ? a : b}.
 * Recursive descent, one method a level of binding.
 */
final class ExprParser {
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}_][\\p{L}\\d_$]*(\\[[^\\]]*\\]|\\.[\\p{L}_][\\p{L}\\d_]*)*");
  private static final Pattern RELATION = Pattern.compile("<=|>=|==|!=|<|>");

  private static final Map<String, Constant> CONSTANTS =
      Map.of("pi", Constant.PI, "e", Constant.E, "inf", Constant.INFINITY, "nan", Constant.NAN);

  private final String text;
  private int position;

  ExprParser(String text) {
    this.text = text;
  }

  Expr parse() {
    Expr e = choice();
    skipSpace();
    if (position < text.length()) {
      throw expected("an operator");
    }
    return e;
  }

  private Expr choice() {
    Expr first = sum();
    String relation = next(RELATION);
    if (relation == null) {
      return first;
    }
    Condition when = new Condition(first, relation(relation), sum());
    require("?");
    Expr then = choice();
    require(":");
    return Choice.of(when, then, choice());
  }

  private static Relation relation(String java) {
    for (Relation r : Relation.values()) {
      if (r.java().equals(java)) {
        return r;
      }
    }
    throw new IllegalStateException("no relation " + java);
  }

  private Expr sum() {
    List<Expr> terms = new ArrayList<>(List.of(product()));
    while (true) {
      if (accept("+")) {
        terms.add(product());
      } else if (accept("-")) {
        terms.add(product().negated());
      } else {
        return Expr.sum(terms);
      }
    }
  }

  private Expr product() {
    Expr e = signed();
    while (true) {
      if (accept("*")) {
        e = e.times(signed());
      } else if (accept("/")) {
        e = e.over(signed());
      } else {
        return e;
      }
    }
  }

  private Expr signed() {
    return accept("-") ? signed().negated() : power();
  }

  private Expr power() {
    Expr base = atom();
    return accept("^") ? base.pow(signed()) : base;
  }

  private Expr atom() {
    if (accept("(")) {
      Expr inner = choice();
      require(")");
      return inner;
    }
    String number = next(NUMBER);
    if (number != null) {
      return Num.ofDecimal(new BigDecimal(number));
    }
    String name = next(NAME);
    if (name == null) {
      throw expected("a number, a name or '('");
    }
    return accept("(") ? call(name) : nameOrConstant(name);
  }

  private static Expr nameOrConstant(String name) {
    Constant constant = CONSTANTS.get(name);
    return constant != null ? constant : new Var(name);
  }

  private Expr call(String name) {
    List<Expr> arguments = new ArrayList<>(List.of(choice()));
    while (accept(",")) {
      arguments.add(choice());
    }
    require(")");
    if (name.equals("diff") && arguments.size() == 2 && arguments.get(1) instanceof Var by) {
      return new PendingDerivative(arguments.get(0), by, arguments.get(0).variables().size() > 1);
    }
    return Functions.call(name.equals("ln") ? "log" : name, arguments.toArray(Expr[]::new));
  }

  private void skipSpace() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }

  private boolean accept(String symbol) {
    skipSpace();
    boolean here = text.startsWith(symbol, position);
    position += here ? symbol.length() : 0;
    return here;
  }

  private void require(String symbol) {
    if (!accept(symbol)) {
      throw expected("'" + symbol + "'");
    }
  }

  private @Nullable String next(Pattern token) {
    skipSpace();
    Matcher m = token.matcher(text).region(position, text.length());
    if (!m.lookingAt()) {
      return null;
    }
    position = m.end();
    return m.group();
  }

  private FormulaSyntaxException expected(String what) {
    skipSpace();
    return new FormulaSyntaxException(text, position, what);
  }
}
