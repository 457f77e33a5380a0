package org.jacobean.display;

/** What cannot be shown, and what to do about it. */
public abstract sealed class DisplayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private DisplayException(String message) {
    super(message);
  }

  /** A renderer gave nothing for readers without pictures. */
  public static final class Textless extends DisplayException {
    private static final long serialVersionUID = 1L;

    Textless() {
      super("A bundle needs a non-empty text/plain: start it with Bundle.of(\"…\")");
    }
  }

  /** Data that do not fit together or hold nothing to draw. */
  public static final class Undrawable extends DisplayException {
    private static final long serialVersionUID = 1L;

    public Undrawable(String message) {
      super(message);
    }
  }

  /** A name that what is shown does not have. */
  public static final class Unknown extends DisplayException {
    private static final long serialVersionUID = 1L;

    public Unknown(String message) {
      super(message);
    }
  }

  /** A widget was shown where no notebook is. */
  public static final class NoNotebook extends DisplayException {
    private static final long serialVersionUID = 1L;

    public NoNotebook() {
      super("A widget needs a notebook: show it from a cell of a running kernel");
    }
  }
}
