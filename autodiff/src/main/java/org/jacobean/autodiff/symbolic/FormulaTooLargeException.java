package org.jacobean.autodiff.symbolic;

/** A formula that would be too long for anybody to read. */
public final class FormulaTooLargeException extends SymbolicException {
  private static final long serialVersionUID = 1;

  FormulaTooLargeException(String message) {
    super(message);
  }
}
