package org.jacobean.autodiff.error;

/** No derivative can be made of a construct, in the method and at the line the message names. */
public final class NotDifferentiable extends DiffException {
  private static final long serialVersionUID = 1L;

  private final String method;
  private final int line;

  /**
   * @param what the construct, in the words of the source
   * @param method the method it stands in
   * @param line its line there, or 0 when the class was compiled without lines
   * @param why the reason
   * @param remedy what to write instead
   */
  public NotDifferentiable(String what, String method, int line, String why, String remedy) {
    super(
        what
            + " in `"
            + method
            + "`"
            + (line > 0 ? " (line " + line + ")" : "")
            + ": "
            + why
            + "; "
            + remedy);
    this.method = method;
    this.line = line;
  }

  public String method() {
    return method;
  }

  public int line() {
    return line;
  }
}
