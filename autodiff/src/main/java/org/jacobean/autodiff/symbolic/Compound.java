package org.jacobean.autodiff.symbolic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A formula made of others: knows its size and fingerprint from the start, so that both are free.
 */
abstract sealed class Compound implements Expr permits Call, Choice, Power, Product, Sum {
  private final long fingerprint;
  private final long size;

  Compound(long fingerprint, List<Expr> parts) {
    this.fingerprint = fingerprint;
    this.size = Structure.sizeOf(parts);
  }

  /** Whether a formula of the same class and fingerprint is equal; only asked when hashes agree. */
  abstract boolean sameAs(Compound other);

  @Override
  public final long fingerprint() {
    return fingerprint;
  }

  @Override
  public final long size() {
    return size;
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Compound c
            && getClass() == c.getClass()
            && fingerprint == c.fingerprint
            && sameAs(c));
  }

  @Override
  public final int hashCode() {
    return Long.hashCode(fingerprint);
  }

  @Override
  public final String toString() {
    return new TextPrinter().print(this);
  }
}
