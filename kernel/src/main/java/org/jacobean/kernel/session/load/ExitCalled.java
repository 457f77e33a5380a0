package org.jacobean.kernel.session.load;

/** What {@code System.exit} becomes in a cell: an error of the cell, not the end of the kernel. */
public final class ExitCalled extends Error {
  private static final long serialVersionUID = 1L;

  ExitCalled(int status) {
    super(
        "System.exit("
            + status
            + ") would end the kernel, so it ends only this cell; to end the kernel, use"
            + " Kernel > Shut Down");
  }
}
