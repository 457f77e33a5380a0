package org.jacobean.autodiff.symbolic;

/** What went wrong while reading or working with a formula, and what to do about it. */
public abstract sealed class SymbolicException extends RuntimeException
    permits FormulaSyntaxException,
        FormulaTooLargeException,
        UnknownFunctionException,
        UnknownVariableException,
        NoFormulaException {
  private static final long serialVersionUID = 1;

  SymbolicException(String message) {
    super(message);
  }
}
