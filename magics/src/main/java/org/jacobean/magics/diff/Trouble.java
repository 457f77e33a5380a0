package org.jacobean.magics.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jacobean.autodiff.error.DiffException;
import org.jacobean.autodiff.error.EngineFault;
import org.jacobean.display.DisplayException;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.magic.Arguments;
import org.jspecify.annotations.Nullable;

/** What can go wrong once the question is understood, in words. */
final class Trouble {
  private Trouble() {}

  /** Runs it; what the engine refuses becomes a message of the magic's. */
  static <T extends @Nullable Object> T told(Arguments given, Subject subject, Callable<T> work)
      throws Exception {
    Class<?> returned = subject.returns();
    if (returned == void.class) {
      throw given.mistake(
          subject.title()
              + " returns nothing, so there is nothing to differentiate: let it return a double");
    }
    if (returned == int.class || returned == long.class || returned == boolean.class) {
      throw given.mistake(
          "%s returns %s, which jumps from number to number and has no derivative: let it return a double"
              .formatted(subject.title(), returned));
    }
    if (returned.isArray() && !severalToo(given)) {
      throw given.mistake(
          "%s returns several numbers, and this magic takes a function of one: %%jacobian shows the derivatives of them all"
              .formatted(subject.title()));
    }
    try {
      return work.call();
    } catch (EngineFault fault) {
      throw fault;
    } catch (DiffException | DisplayException | Subject.Thrown refused) {
      throw new MagicException(message(subject, refused), refused);
    }
  }

  private static boolean severalToo(Arguments given) {
    return List.of("jacobian", "jvp", "vjp").contains(given.magic());
  }

  private static String message(Subject subject, RuntimeException refused) {
    return subject.title() + ": " + Formulas.readable(String.valueOf(refused.getMessage()));
  }

  static List<String> notFinite(double value, List<GradientResult.Block> blocks) {
    List<String> remarks = new ArrayList<>();
    if (!Double.isFinite(value)) {
      remarks.add(
          Double.isNaN(value)
              ? "The function is not defined here: its value is NaN. Ask at a point inside its"
                  + " domain."
              : "The value overflows a double. Scale the arguments or take a logarithm.");
    }
    for (GradientResult.Block block : blocks) {
      long odd = block.entries().stream().filter(e -> !Double.isFinite(e.partial())).count();
      if (odd > 0 && Double.isFinite(value)) {
        remarks.add(
            block.single()
                ? "The derivative by %s is %s here: the function has no finite slope, or a step on the way overflows."
                    .formatted(block.name(), block.entries().get(0).partial())
                : "%d of %d derivatives by %s are not finite."
                    .formatted(odd, block.entries().size(), block.name()));
      }
    }
    return remarks;
  }
}
