package org.jacobean.kernel.extend;

import java.util.List;

/** What every new session knows before its first cell; must not load what it names. */
public interface NotebookDefaults {
  /** Import lines such as {@code import static org.example.Facade.*;}. */
  List<String> imports();
}
