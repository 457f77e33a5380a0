package org.jacobean.autodiff.error;

/**
 * What was handed to the engine does not fit: a wrong number of values, an unknown name, a wrong
 * shape.
 */
public final class BadArgument extends DiffException {
  private static final long serialVersionUID = 1L;

  public BadArgument(String message) {
    super(message);
  }
}
