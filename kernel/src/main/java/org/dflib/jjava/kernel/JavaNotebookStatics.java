package org.dflib.jjava.kernel;

import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** The static methods that JJava imported in every notebook. */
public final class JavaNotebookStatics {
  private JavaNotebookStatics() {}

  public static JavaKernel kernel() {
    return (JavaKernel) BaseKernel.notebookKernel();
  }

  public static JavaKernel getKernelInstance() {
    return kernel();
  }
}
