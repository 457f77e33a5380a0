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

/** {@code %lsmagic}: every magic with its one sentence. */
public final class LsMagic implements Magic {
  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "lsmagic",
        Set.of(Form.LINE),
        "Lists all magics.",
        List.of("%lsmagic"),
        List.of(),
        "`%name?` or `%help name` shows one of them in full.",
        void.class);
  }

  @Override
  public @Nullable Object run(MagicCall call) throws MagicException {
    Arguments.anywhere(spec(), call).expectNoText();
    call.notebook().display(new MagicTable(call.notebook().magics()).bundle());
    return null;
  }
}
