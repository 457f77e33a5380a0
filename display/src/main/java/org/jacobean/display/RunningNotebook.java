package org.jacobean.display;

import java.util.Optional;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** The notebook this code runs in, if it runs in one. */
public final class RunningNotebook {
  private RunningNotebook() {}

  /** jjava answers with an exception where there is none. */
  public static Optional<BaseKernel> find() {
    try {
      return Optional.of(BaseKernel.notebookKernel());
    } catch (NullPointerException none) {
      return Optional.empty();
    }
  }
}
