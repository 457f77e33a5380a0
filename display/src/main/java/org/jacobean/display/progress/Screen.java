package org.jacobean.display.progress;

import java.util.UUID;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jacobean.display.Bundle;
import org.jacobean.display.RunningNotebook;

/** Where something is shown and shown again in its place. */
interface Screen {
  void show(Bundle bundle, boolean first);

  /** The running notebook, by a display that is updated; without one, standard output. */
  static Screen running() {
    BaseKernel kernel = RunningNotebook.find().orElse(null);
    if (kernel == null) {
      return (bundle, first) -> System.out.println(bundle.text());
    }
    String id = UUID.randomUUID().toString();
    return (bundle, first) -> {
      DisplayData display = bundle.toDisplayData();
      display.setDisplayId(id);
      if (first) {
        kernel.getIO().display.display(display);
      } else {
        kernel.getIO().display.updateDisplay(display);
      }
    };
  }
}
