package org.jacobean.autodiff.trace.tape;

import java.util.Objects;
import org.jacobean.autodiff.trace.contract.Statics;
import org.jspecify.annotations.Nullable;

/** Where rewritten classes of the user get their static state from, in place of initialising it. */
public final class Originals {
  private static @Nullable Statics statics;

  private Originals() {}

  /** Called once by the world, by reflection. */
  public static void from(Statics source) {
    statics = source;
  }

  /** The body of a rewritten class initialiser. */
  public static void fill(Class<?> rewritten) {
    Objects.requireNonNull(statics).fill(rewritten);
  }
}
