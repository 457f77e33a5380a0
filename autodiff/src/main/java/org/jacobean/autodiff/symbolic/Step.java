package org.jacobean.autodiff.symbolic;

/**
 * One use of a rule.
 *
 * @param depth how many steps this one serves: 0 for the formula itself, 1 for its parts
 * @param task the derivative asked for
 * @param development what the rule makes of it, with derivatives still to be worked out
 * @param result the finished derivative of the term, simplified
 * @param note what a reader may ask, such as which function is the outer one; may be empty
 */
public record Step(
    Rule rule, int depth, PendingDerivative task, Expr development, Expr result, String note) {

  /** The term the rule was used on. */
  public Expr term() {
    return task.of();
  }

  /** The step as one equation: task = development = result, no side written twice. */
  public String unicode() {
    String middle = development.unicode();
    String end = result.unicode();
    return task.unicode() + " = " + (middle.equals(end) ? end : middle + " = " + end);
  }

  /** The same equation as LaTeX. */
  public String latex() {
    String middle = development.latex();
    String end = result.latex();
    return task.latex() + " = " + (middle.equals(end) ? end : middle + " = " + end);
  }
}
