package org.jacobean.autodiff.symbolic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A named function of formulas: sin x. */
public final class Call implements Expr {
  private final NamedFunction function;
  private final List<Expr> arguments;
  private final long fingerprint;
  private final long size;

  private Call(NamedFunction function, List<Expr> arguments) {
    this.function = function;
    this.arguments = List.copyOf(arguments);
    this.fingerprint = Fingerprint.ofOrdered(function.name(), this.arguments);
    this.size = Structure.sizeOf(this.arguments);
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
  public long fingerprint() {
    return fingerprint;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Call c
            && fingerprint == c.fingerprint
            && function.equals(c.function)
            && (Fingerprint.decides(this) || arguments.equals(c.arguments)));
  }

  @Override
  public int hashCode() {
    return Long.hashCode(fingerprint);
  }

  @Override
  public String toString() {
    return new TextPrinter().print(this);
  }
}
