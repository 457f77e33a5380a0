package org.jacobean.magics.general;

import java.util.List;
import java.util.Set;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.extend.MagicSpec.Form;
import org.jspecify.annotations.Nullable;

/** {@code %cd}: says why a JVM has no such thing, and what to do instead. */
public final class Cd implements Magic {
  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "cd",
        Set.of(Form.LINE),
        "Explains why the working folder of a JVM stays as it is.",
        List.of("%cd folder"),
        List.of(),
        """
        Java has no call that changes the folder relative paths start from; pretending would split \
        `new File("x")` from the magics. Resolve against a folder of your own, \
        `var data = Path.of("folder")` and `data.resolve("x.csv")`, or `cd` inside `%%bash`.\
        """,
        void.class);
  }

  @Override
  public @Nullable Object run(MagicCall call) throws MagicException {
    String folder = call.line().isEmpty() ? "folder" : call.line();
    throw new MagicException(
        "%cd: a running JVM cannot change its working folder, "
            + call.notebook().directory().toAbsolutePath().normalize()
            + ". Use paths such as Path.of(\""
            + folder
            + "\").resolve(\"x.csv\"), or cd inside %%bash");
  }
}
