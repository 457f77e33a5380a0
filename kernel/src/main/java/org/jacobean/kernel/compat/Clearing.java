package org.jacobean.kernel.compat;

/** A kernel that can take back what a cell has shown. */
public interface Clearing {
  void clearOutput(boolean wait);
}
