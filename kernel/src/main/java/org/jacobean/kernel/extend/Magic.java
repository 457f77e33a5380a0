package org.jacobean.kernel.extend;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing a user types after a percent sign. Help, completion and error texts come from {@link
 * #spec()}; a magic is one class, one test, one page and one service line.
 */
public interface Magic {
  /** What this magic is called, takes and gives. Cheap: asked for when names are completed. */
  MagicSpec spec();

  /** Other names it answers to, such as those of older kernels. */
  default List<String> aliases() {
    return List.of();
  }

  /**
   * Runs the magic on the cell's thread.
   *
   * @return the value, shown if it ends the cell and assignable ({@code var g = %grad f(1, 2);});
   *     null shows nothing
   * @throws MagicException for a mistake of the user's, shown as its message without a stack trace
   */
  @Nullable Object run(MagicCall call) throws Exception;
}
