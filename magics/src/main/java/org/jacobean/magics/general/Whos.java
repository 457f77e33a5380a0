package org.jacobean.magics.general;

import java.util.List;
import java.util.Set;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.extend.MagicSpec.Form;
import org.jacobean.kernel.magic.Arguments;
import org.jspecify.annotations.Nullable;

/** {@code %whos}: the session's variables with type and value. */
public final class Whos implements Magic {
  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "whos",
        Set.of(Form.LINE),
        "Shows variables with their types and values in a table.",
        List.of("%whos", "%whos double[]"),
        List.of(),
        "With types, only variables declared with one of them. Long values are cut.",
        void.class);
  }

  @Override
  public @Nullable Object run(MagicCall call) throws MagicException {
    var table = VariableTable.of(call.notebook(), Arguments.anywhere(spec(), call).words());
    if (table.variables().isEmpty()) {
      call.notebook().out().println("No such variable is declared.");
      return null;
    }
    var bundle = new DisplayData(table.plain());
    bundle.putHTML(table.html());
    call.notebook().display(bundle);
    return null;
  }
}
