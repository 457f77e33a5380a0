package org.jacobean.magics.general;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.extend.MagicSpec.Form;
import org.jacobean.kernel.extend.MagicSpec.Option;
import org.jacobean.kernel.magic.Arguments;
import org.jspecify.annotations.Nullable;

/** {@code %reset}: forgets what the session declares. */
public final class Reset implements Magic {
  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "reset",
        Set.of(Form.LINE),
        "Forgets all variables, methods, types and imports.",
        List.of("%reset", "%reset -f"),
        List.of(new Option("-f", "", "Asks nothing.")),
        "The class path and the first imports stay. Restarting the kernel forgets those too.",
        void.class);
  }

  @Override
  public @Nullable Object run(MagicCall call) throws MagicException {
    var given = Arguments.leading(spec(), call);
    given.expectNoText();
    if (given.has("-f") || agreed(call)) {
      call.notebook().reset();
    } else {
      call.notebook().out().println("Nothing done.");
    }
    return null;
  }

  private static boolean agreed(MagicCall call) throws MagicException {
    try {
      String answer =
          call.notebook()
              .input("All variables, methods and types will be lost. Go on (y/n)? ", false);
      return answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    } catch (RuntimeException e) {
      throw new MagicException(
          "%reset cannot ask here because the client takes no input. Write %reset -f", e);
    }
  }
}
