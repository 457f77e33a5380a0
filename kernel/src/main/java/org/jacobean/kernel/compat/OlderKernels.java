package org.jacobean.kernel.compat;

import java.util.List;
import org.jacobean.kernel.extend.NotebookDefaults;

/** The names that notebooks written for IJava and JJava use without importing them. */
public final class OlderKernels implements NotebookDefaults {
  @Override
  public List<String> imports() {
    return List.of(
        "import java.time.*;",
        "import static org.dflib.jjava.jupyter.kernel.BaseNotebookStatics.*;",
        "import static org.dflib.jjava.kernel.JavaNotebookStatics.kernel;",
        "import static io.github.spencerpark.ijava.runtime.Kernel.getKernelInstance;");
  }
}
