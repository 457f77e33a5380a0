package org.jacobean.kernel.wire;

/** Why a message or a connection file is not taken; the message says what, where and why. */
public sealed class WireException extends Exception {
  private static final long serialVersionUID = 1L;

  private WireException(String message) {
    super(message);
  }

  /** Bytes that are no Jupyter message. */
  public static final class Malformed extends WireException {
    private static final long serialVersionUID = 1L;

    public Malformed(String message) {
      super(message);
    }
  }

  /** A signature that our key did not make. */
  public static final class Forged extends WireException {
    private static final long serialVersionUID = 1L;

    public Forged(String message) {
      super(message);
    }
  }

  /** A message that was seen before. */
  public static final class Replayed extends WireException {
    private static final long serialVersionUID = 1L;

    public Replayed(String message) {
      super(message);
    }
  }

  /** A connection file that cannot be used. */
  public static final class BadConnection extends WireException {
    private static final long serialVersionUID = 1L;

    public BadConnection(String message) {
      super(message);
    }
  }
}
