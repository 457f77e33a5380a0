package io.github.spencerpark.ijava.runtime;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.BaseNotebookStatics;
import org.jacobean.kernel.compat.LegacyData;

/** Showing values, with IJava's display data. */
public final class Display {
  private Display() {}

  public static DisplayData render(Object value) {
    return LegacyData.toIJava(BaseNotebookStatics.render(value));
  }

  public static DisplayData render(Object value, String... types) {
    return LegacyData.toIJava(BaseNotebookStatics.render(value, types));
  }

  public static String display(Object value) {
    return BaseNotebookStatics.display(value);
  }

  public static String display(Object value, String... types) {
    return BaseNotebookStatics.display(value, types);
  }

  public static void updateDisplay(String id, Object value) {
    BaseNotebookStatics.updateDisplay(id, value);
  }

  public static void updateDisplay(String id, Object value, String... types) {
    BaseNotebookStatics.updateDisplay(id, value, types);
  }
}
