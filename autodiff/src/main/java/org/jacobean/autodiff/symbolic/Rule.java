package org.jacobean.autodiff.symbolic;

/** The rules of differentiation, as they are taught. */
public enum Rule {
  CONSTANT("constant rule", "c' = 0"),
  IDENTITY("variable", "x' = 1"),
  SUM("sum rule", "(u + v)' = u' + v'"),
  CONSTANT_FACTOR("constant factor rule", "(c\\,u)' = c\\,u'"),
  PRODUCT("product rule", "(u\\,v)' = u'v + u\\,v'"),
  QUOTIENT("quotient rule", "\\left(\\frac{u}{v}\\right)' = \\frac{u'v - u\\,v'}{v^{2}}"),
  POWER("power rule", "(x^{n})' = n\\,x^{n-1}"),
  EXPONENTIAL("exponential rule", "(a^{x})' = a^{x}\\ln a"),
  GENERAL_POWER(
      "general power rule", "(u^{v})' = u^{v}\\left(v'\\ln u + \\frac{v\\,u'}{u}\\right)"),
  FUNCTION("derivative of a function", "f'(x)"),
  CHAIN("chain rule", "(f(u))' = f'(u)\\,u'"),
  CHOICE("choice: each case by itself", "u' \\text{ or } v'"),
  SIMPLIFICATION("simplified", "");

  private final String title;
  private final String latex;

  Rule(String title, String latex) {
    this.title = title;
    this.latex = latex;
  }

  /** What the rule is called. */
  public String title() {
    return title;
  }

  /** What the rule says, as LaTeX. */
  public String latex() {
    return latex;
  }
}
