package io.github.spencerpark.ijava.runtime;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.JavaKernel;

/** The kernel, and code run as a cell's. */
public final class Kernel {
  private Kernel() {}

  public static JavaKernel getKernelInstance() {
    return IJava.getKernelInstance();
  }

  /** Runs source with all the session declares; gives its value. */
  public static Object eval(String source) throws Exception {
    return IJava.getKernelInstance().evalRaw(source);
  }
}
