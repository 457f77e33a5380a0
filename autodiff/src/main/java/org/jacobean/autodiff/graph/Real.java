package org.jacobean.autodiff.graph;

import org.jspecify.annotations.Nullable;

/**
 * A double or float while a program is interpreted: its number, its node if it depends on an input,
 * and else perhaps how it was computed.
 */
record Real(double value, @Nullable Node node, @Nullable Origin origin) {
  Real(double value, @Nullable Node node) {
    this(value, node, null);
  }

  static Real plain(double value) {
    return new Real(value, null);
  }

  /** Whether it depends on an input. */
  boolean active() {
    return node != null;
  }
}
