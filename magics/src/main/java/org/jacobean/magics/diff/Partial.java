package org.jacobean.magics.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jacobean.autodiff.symbolic.Derivation;
import org.jacobean.autodiff.symbolic.Expr;
import org.jacobean.autodiff.symbolic.Formula;
import org.jacobean.autodiff.symbolic.Var;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.magic.Arguments;
import org.jspecify.annotations.Nullable;

/** {@code %partial}: a partial derivative worked out rule by rule, or by its definition. */
public final class Partial implements Magic {
  private static final MagicSpec.Option BY =
      new MagicSpec.Option("by", "definition", "Shows difference quotients as their step shrinks.");

  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "partial",
        Set.of(MagicSpec.Form.LINE),
        "Works out a partial derivative step by step, naming the rule used on each term.",
        List.of(
            "%partial f d/dx",
            "%partial f d2/dxdy",
            "%partial sin(x*x) d/dx",
            "%partial f(0, 0) d2/dxdy by definition"),
        List.of(Asking.AT, BY),
        """
        Variables are taken in the order written: `d2/dxdy` differentiates by x first, then by y. \
        `by definition` needs a point, and shows the difference quotient for smaller and smaller \
        steps; for a second derivative the inner step is much smaller than the outer. As a value \
        it is a `PartialResult` or a `QuotientResult`, both with `toTable()`.
        """,
        Tabular.class);
  }

  @Override
  public Object run(MagicCall call) throws Exception {
    Arguments whole = Arguments.anywhere(spec(), call);
    Operator operator = Operator.read(whole);
    boolean byDefinition = byDefinition(whole);
    String at =
        whole.has(Asking.AT.word()) ? " at " + whole.value(Asking.AT.word()).orElse("") : "";
    MagicCall plain = new MagicCall(call.name(), operator.text() + at, null, call.notebook());
    Arguments given = Arguments.anywhere(spec(), plain);
    Subject subject =
        byDefinition ? Asking.atPoint(plain, given) : placed(given, Asking.anywhere(plain, given));
    return Trouble.told(
        given,
        subject,
        () ->
            byDefinition
                ? quotients(call, given, subject, operator)
                : steps(given, subject, operator));
  }

  private static boolean byDefinition(Arguments given) throws MagicException {
    String by = given.value(BY.word()).orElse("definition");
    if (!by.equals("definition")) {
      throw given.mistake("by takes the word definition, and not " + by);
    }
    return given.has(BY.word());
  }

  /** Somewhere ordinary when no point is given, so that no branch at zero is taken by chance. */
  private static Subject placed(Arguments given, Subject subject) throws MagicException {
    boolean open =
        subject.parameters().stream().allMatch(p -> p.value() == null || zero(p.value()));
    if (!open || given.has(Asking.AT.word()) || given.text().contains("(")) {
      return subject;
    }
    @Nullable Object[] values = subject.arguments();
    for (int i = 0; i < values.length; i++) {
      if (subject.parameters().get(i).type() == double.class) {
        values[i] = 0.75 + 0.5 * i;
      } else if (values[i] == null) {
        throw given.mistake(
            "%s takes a %s, whose length decides the formula: write %s(…) with one"
                .formatted(
                    subject.title(),
                    subject.parameters().get(i).type().getSimpleName(),
                    subject.title()));
      }
    }
    return subject.at(values);
  }

  private static boolean zero(Object value) {
    return value instanceof Number n && n.doubleValue() == 0;
  }

  private static PartialResult steps(Arguments given, Subject subject, Operator operator)
      throws MagicException {
    Formula formula =
        Formulas.of(subject)
            .orElseThrow(
                () ->
                    given.mistake(
                        subject.title()
                            + " cannot be written as a formula; %grad gives its numbers, and by definition its quotients"));
    List<String> known = formula.variables().stream().map(Var::name).toList();
    List<Derivation> derivations = new ArrayList<>();
    Expr current = formula.value();
    for (String name : operator.names(given, known)) {
      Derivation derivation = Derivation.of(current, new Var(name));
      derivations.add(derivation);
      current = derivation.result();
    }
    return new PartialResult(subject, derivations, formula.validity());
  }

  private static QuotientResult quotients(
      MagicCall call, Arguments given, Subject subject, Operator operator) throws Exception {
    Flat at = Flat.of(call.notebook(), given, subject);
    List<String> names = operator.names(given, at.names());
    if (names.size() > 2) {
      throw given.mistake("by definition goes up to the second derivative");
    }
    return QuotientResult.of(at, names);
  }
}
