package org.jacobean.tensor;

import org.jacobean.autodiff.value.Memory;

/** A scope for each sweep of the engine. */
public final class TensorMemory implements Memory {
  @Override
  public Lease lease() {
    return new Scope();
  }
}
