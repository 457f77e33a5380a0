package org.jacobean.autodiff.trace.contract;

/**
 * Thrown inside a traced run where no derivative passes; the engine adds the place and turns it
 * into an error for the user. An {@code Error}, so that the traced code is unlikely to swallow it.
 */
public final class Refusal extends Error {
  private static final long serialVersionUID = 1L;

  /** What is refused, in the words of the source. */
  private final String what;

  private final String why;
  private final String remedy;

  public Refusal(String what, String why, String remedy) {
    super(what + ": " + why + "; " + remedy);
    this.what = what;
    this.why = why;
    this.remedy = remedy;
  }

  public String what() {
    return what;
  }

  public String why() {
    return why;
  }

  public String remedy() {
    return remedy;
  }
}
