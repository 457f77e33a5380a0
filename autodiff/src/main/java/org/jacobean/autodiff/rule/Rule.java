package org.jacobean.autodiff.rule;

import java.util.List;

/**
 * The derivative of one operation.
 *
 * @param name the operation: a method of {@code Math} or an arithmetic operator's name
 * @param partials the local partial derivative with respect to each argument
 * @param alone the same where the other arguments carry no derivative; differs from {@code
 *     partials} only where a tie is shared between two active arguments ({@code max}, {@code min})
 * @param edges what holds at corners and poles, for the reference
 */
public record Rule(String name, List<Term> partials, List<Term> alone, String edges) {

  public int arity() {
    return partials.size();
  }

  /** The partial with respect to an argument, given whether another argument is active too. */
  public Term partial(int index, boolean othersActive) {
    return (othersActive ? partials : alone).get(index);
  }

  /** Whether no argument ever passes a derivative on: the operation is a step function. */
  public boolean flat() {
    return partials.stream().allMatch(Term::isZero);
  }
}
