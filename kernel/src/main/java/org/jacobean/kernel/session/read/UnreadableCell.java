package org.jacobean.kernel.session.read;

/**
 * The text cannot be taken apart: a bracket, a string or a comment is not closed, or closed twice.
 */
public final class UnreadableCell extends Exception {
  private static final long serialVersionUID = 1L;
  private final int offset;

  public UnreadableCell(String message, int offset) {
    super(message);
    this.offset = offset;
  }

  /** Where in the cell. */
  public int offset() {
    return offset;
  }
}
