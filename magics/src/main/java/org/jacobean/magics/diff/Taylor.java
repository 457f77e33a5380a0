package org.jacobean.magics.diff;

import java.util.List;
import java.util.Set;
import org.jacobean.autodiff.symbolic.SymbolicException;
import org.jacobean.autodiff.symbolic.TaylorPolynomial;
import org.jacobean.display.Bundle;
import org.jacobean.display.Showable;
import org.jacobean.display.table.Cell;
import org.jacobean.display.table.Grid;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.magic.Arguments;

/** {@code %taylor}: the polynomial that fits a function best near a point. */
public final class Taylor implements Magic {
  private static final MagicSpec.Option ORDER =
      new MagicSpec.Option("order", "2", "The highest power; 2 otherwise.");

  /** A polynomial near a point. */
  public record TaylorResult(String title, TaylorPolynomial polynomial) implements Showable {
    public double at(double... point) {
      var values = new java.util.LinkedHashMap<org.jacobean.autodiff.symbolic.Var, Double>();
      int i = 0;
      for (var variable : polynomial.point().keySet()) {
        values.put(variable, point[i++]);
      }
      return polynomial.at(values);
    }

    @Override
    public Bundle show() {
      String caption = "Taylor polynomial of order " + polynomial.order() + " of " + title;
      return Grid.titled(caption)
          .note(Cell.formula(polynomial.unicode(), polynomial.latex()))
          .build()
          .show()
          .latex("$$" + polynomial.latex() + "$$");
    }
  }

  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "taylor",
        Set.of(MagicSpec.Form.LINE),
        "Shows the Taylor polynomial of a function at a point.",
        List.of("%taylor f(1, 2) order 2", "%taylor sin(x) at x=0 order 5"),
        List.of(Asking.AT, ORDER),
        "As a value it is a `TaylorResult`: `at(1.1, 2)` gives the polynomial's value.",
        TaylorResult.class);
  }

  @Override
  public Object run(MagicCall call) throws Exception {
    Arguments given = Arguments.anywhere(spec(), call);
    int order = given.integer(ORDER.word(), 2);
    if (order < 0) {
      throw given.mistake("the order is 0 or more, and not " + order);
    }
    Subject subject = Asking.atPoint(call, given);
    return Trouble.told(given, subject, () -> polynomial(given, subject, order));
  }

  private static TaylorResult polynomial(Arguments given, Subject subject, int order)
      throws MagicException {
    var formula =
        Formulas.of(subject)
            .orElseThrow(() -> given.mistake(subject.title() + " cannot be written as a formula"));
    try {
      return new TaylorResult(Naming.point(subject), formula.taylor(order));
    } catch (SymbolicException tooMuch) {
      throw given.mistake(String.valueOf(tooMuch.getMessage()));
    }
  }
}
