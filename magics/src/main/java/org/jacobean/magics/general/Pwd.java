package org.jacobean.magics.general;

import java.util.List;
import java.util.Set;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.extend.MagicSpec.Form;
import org.jacobean.kernel.magic.Arguments;

/** {@code %pwd}: the folder that relative paths start from. */
public final class Pwd implements Magic {
  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "pwd",
        Set.of(Form.LINE),
        "Gives the folder that relative paths start from.",
        List.of("%pwd"),
        List.of(),
        "It is the notebook's folder and cannot change while the kernel runs.",
        String.class);
  }

  @Override
  public Object run(MagicCall call) throws MagicException {
    Arguments.anywhere(spec(), call).expectNoText();
    return call.notebook().directory().toAbsolutePath().normalize().toString();
  }
}
