package org.jacobean.autodiff.symbolic;

import java.util.Collection;

/** A function name that formulas do not know. */
public final class UnknownFunctionException extends SymbolicException {
  private static final long serialVersionUID = 1;

  UnknownFunctionException(String name, Collection<String> known) {
    super(
        "formulas know no function \""
            + name
            + "\"; they know exp, sqrt, pow, "
            + String.join(", ", known));
  }
}
