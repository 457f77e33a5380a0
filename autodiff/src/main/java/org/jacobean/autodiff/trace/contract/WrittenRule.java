package org.jacobean.autodiff.trace.contract;

import java.lang.invoke.MethodHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule written by hand, as a traced world has it.
 *
 * @param function the function on plain numbers
 * @param partials one for each parameter, or none
 */
public record WrittenRule(
    String name,
    MethodHandle function,
    List<MethodHandle> partials,
    @Nullable MethodHandle forward,
    @Nullable MethodHandle reverse) {

  /** Where a world's rules come from. */
  @FunctionalInterface
  public interface Source {
    WrittenRule of(Class<?> rewritten, String signature);
  }
}
