package io.github.spencerpark.ijava;

/** Where notebooks written for IJava find the kernel. */
public final class IJava {
  public static final String VERSION = "1.3.0";

  private static final class Running {
    static final JavaKernel KERNEL = new JavaKernel();
  }

  private IJava() {}

  /** The kernel, made when first asked for. */
  public static JavaKernel getKernelInstance() {
    return Running.KERNEL;
  }
}
