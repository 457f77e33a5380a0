package org.jacobean.kernel.compat;

import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** Methods every cell may call, beside those that jjava gives it. */
public final class NotebookStatics {
  private NotebookStatics() {}

  /**
   * Takes back what this cell has shown so far.
   *
   * @param wait until there is something new, so that the page does not jump
   */
  public static void clearOutput(boolean wait) {
    if (BaseKernel.notebookKernel() instanceof Clearing kernel) {
      kernel.clearOutput(wait);
    }
  }

  public static void clearOutput() {
    clearOutput(false);
  }
}
