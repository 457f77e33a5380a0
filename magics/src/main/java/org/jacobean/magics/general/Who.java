package org.jacobean.magics.general;

import java.util.List;
import java.util.Set;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.extend.MagicSpec.Form;
import org.jacobean.kernel.extend.Notebook;
import org.jacobean.kernel.magic.Arguments;
import org.jspecify.annotations.Nullable;

/** {@code %who}: the names the session declares. */
public final class Who implements Magic {
  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "who",
        Set.of(Form.LINE),
        "Lists the names of variables, methods and types.",
        List.of("%who", "%who double[] String"),
        List.of(),
        "With types, only variables declared with one of them. `%whos` shows types and values too.",
        void.class);
  }

  @Override
  public @Nullable Object run(MagicCall call) throws MagicException {
    List<String> types = Arguments.anywhere(spec(), call).words();
    Notebook notebook = call.notebook();
    List<String> names = VariableTable.of(notebook, types).names();
    if (!types.isEmpty()) {
      list(call, "Variables of type " + String.join(", ", types), names);
    } else if (names.isEmpty()
        && notebook.methodNames().isEmpty()
        && notebook.typeNames().isEmpty()) {
      notebook.out().println("Nothing is declared yet.");
    } else {
      list(call, "Variables", names);
      list(call, "Methods", notebook.methodNames());
      list(call, "Types", notebook.typeNames());
    }
    return null;
  }

  private static void list(MagicCall call, String what, List<String> names) {
    if (!names.isEmpty() || what.contains("type ")) {
      call.notebook()
          .out()
          .println(what + ": " + (names.isEmpty() ? "none" : String.join(", ", names)));
    }
  }
}
