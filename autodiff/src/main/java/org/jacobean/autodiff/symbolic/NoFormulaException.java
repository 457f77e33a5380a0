package org.jacobean.autodiff.symbolic;

/** A program that cannot be read as a formula. */
public final class NoFormulaException extends SymbolicException {
  private static final long serialVersionUID = 1;

  NoFormulaException(String message) {
    super(message);
  }
}
