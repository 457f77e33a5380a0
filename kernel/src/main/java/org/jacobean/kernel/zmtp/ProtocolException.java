package org.jacobean.kernel.zmtp;

import java.io.IOException;

/** A peer that does not speak ZMTP 3; its connection is closed. */
public final class ProtocolException extends IOException {
  private static final long serialVersionUID = 1L;

  ProtocolException(String message) {
    super(message);
  }
}
