package org.jacobean.autodiff.error;

/**
 * Something the engine cannot do or was wrongly asked; the message says what, where, why and what
 * to do.
 */
public abstract sealed class DiffException extends RuntimeException
    permits NotDifferentiable, BadArgument, EngineFault {

  private static final long serialVersionUID = 1L;

  DiffException(String message) {
    super(message);
  }

  DiffException(String message, Throwable cause) {
    super(message, cause);
  }
}
