package org.jacobean.autodiff.error;

/** The engine broke one of its own rules: a fault of ours, to be reported. */
public final class EngineFault extends DiffException {
  private static final long serialVersionUID = 1L;

  public EngineFault(String message) {
    super(message + ". This is a fault of the engine, not of your code: please report it.");
  }

  public EngineFault(String message, Throwable cause) {
    super(message + ". This is a fault of the engine, not of your code: please report it.", cause);
  }
}
