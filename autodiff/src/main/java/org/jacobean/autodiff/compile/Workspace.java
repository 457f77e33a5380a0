package org.jacobean.autodiff.compile;

import org.jacobean.autodiff.runtime.ValueStack;
import org.jacobean.autodiff.tier.Frame;

/** The value stacks that live in a frame between runs; called by generated code. */
public final class Workspace {
  private Workspace() {}

  public static ValueStack of(Frame f) {
    ValueStack s;
    if (f.memory instanceof ValueStack kept) s = kept;
    else f.memory = s = new ValueStack();
    s.reset();
    return s;
  }
}
