package org.jacobean.kernel.extend;

import org.jspecify.annotations.Nullable;

/** A mistake in the use of a magic: its message says what, where and what to do instead. */
public class MagicException extends Exception {
  private static final long serialVersionUID = 1L;

  public MagicException(String message) {
    this(message, null);
  }

  public MagicException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
