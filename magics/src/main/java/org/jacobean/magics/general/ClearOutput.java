package org.jacobean.magics.general;

import java.util.List;
import java.util.Set;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.extend.MagicSpec.Form;
import org.jacobean.kernel.magic.Arguments;
import org.jspecify.annotations.Nullable;

/** {@code %clear_output}: takes away what the cell has shown so far. */
public final class ClearOutput implements Magic {
  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "clear_output",
        Set.of(Form.LINE),
        "Takes away what the cell has shown so far.",
        List.of("%clear_output", "%clear_output --wait"),
        List.of(
            new MagicSpec.Option(
                "--wait", "", "Only when something new is shown, so that nothing flickers.")),
        "Shows progress in place: clear with `--wait`, then show the newest state.",
        void.class);
  }

  @Override
  public @Nullable Object run(MagicCall call) throws MagicException {
    Arguments given = Arguments.anywhere(spec(), call);
    given.expectNoText();
    call.notebook().clearOutput(given.has("--wait"));
    return null;
  }
}
