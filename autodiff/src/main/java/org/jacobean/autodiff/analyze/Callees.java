package org.jacobean.autodiff.analyze;

import org.jacobean.autodiff.lift.Program;
import org.jacobean.autodiff.lift.Value;
import org.jspecify.annotations.Nullable;

/** What an analysis asks about the methods a program calls. */
public interface Callees {
  /** The called program, or null when its code is not known. */
  @Nullable Program program(Value call);

  /** Its effects on arrays, or null when its code is not known. */
  @Nullable Effects effects(Value call);

  /** Where numbers and values meet. */
  Crossings crossings();

  /** The records that may be taken apart. */
  Records records();

  /** Gives calls of methods with rules written by hand those rules. */
  void mark(Program program);
}
