package org.jacobean.autodiff.symbolic;

import java.util.List;

/** A named function of formulas: sin x. */
public final class Call extends Compound {
  private final NamedFunction function;
  private final List<Expr> arguments;

  private Call(NamedFunction function, List<Expr> arguments) {
    super(Fingerprint.ofOrdered(function.name(), arguments), arguments);
    this.function = function;
    this.arguments = List.copyOf(arguments);
  }

  public static Expr of(NamedFunction function, List<? extends Expr> arguments) {
    if (arguments.size() != function.arity()) {
      throw new IllegalArgumentException(
          function.name() + " takes " + function.arity() + " arguments, not " + arguments.size());
    }
    Call call = new Call(function, List.copyOf(arguments));
    Expr known = Identities.of(call);
    return known != null ? known : call;
  }

  public NamedFunction function() {
    return function;
  }

  public List<Expr> arguments() {
    return arguments;
  }

  /** The function's first argument. */
  public Expr argument() {
    return arguments.get(0);
  }

  boolean isCallOf(String name) {
    return function.name().equals(name);
  }

  @Override
  public List<Expr> children() {
    return arguments;
  }

  @Override
  boolean sameAs(Compound other) {
    return other instanceof Call c
        && function.equals(c.function)
        && (Fingerprint.decides(this) || arguments.equals(c.arguments));
  }
}
