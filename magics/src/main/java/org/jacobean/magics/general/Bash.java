package org.jacobean.magics.general;

import java.util.List;
import java.util.Set;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.extend.MagicSpec.Form;
import org.jacobean.kernel.extend.MagicSpec.Option;
import org.jacobean.kernel.magic.Arguments;
import org.jspecify.annotations.Nullable;

/** {@code %%bash}: the cell in a Bash process; {@code %%sh} in the system's plain shell. */
public final class Bash implements Magic {
  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "bash",
        Set.of(Form.LINE, Form.CELL),
        "Runs the cell, or the rest of the line, in Bash.",
        List.of("%%bash", "%bash ls -l", "%%bash --no-raise-error"),
        List.of(
            new Option("--no-raise-error", "", "A failing script does not fail the cell."),
            new Option("--no-raise", "", "The same.")),
        """
        Output appears while the script runs; interrupting the kernel ends it with its children. \
        It starts in the notebook's folder with the variables that `%env` set. `%%sh` uses `sh`. \
        Where the environment variable `JACOBEAN_SAFE` is set, this magic is switched off.\
        """,
        void.class);
  }

  @Override
  public List<String> aliases() {
    return List.of("sh");
  }

  @Override
  public @Nullable Object run(MagicCall call) throws MagicException, InterruptedException {
    String magic = (call.body() == null ? "%" : "%%") + call.name();
    SafeMode.refuse(magic);
    var given = Arguments.leading(spec(), call);
    int code = new Script(magic, call).run(interpreter(call, given), source(call, given));
    if (code != 0 && !given.has("--no-raise-error") && !given.has("--no-raise")) {
      throw new MagicException(magic + ": the script ended with exit code " + code);
    }
    return null;
  }

  private static String source(MagicCall call, Arguments given) throws MagicException {
    String body = call.body();
    return body == null ? given.requiredText("a command") : body;
  }

  /** Words on the first line of a cell become the script's arguments. */
  private static List<String> interpreter(MagicCall call, Arguments given) {
    if (call.body() == null || given.text().isEmpty()) {
      return List.of(call.name());
    }
    var command = new java.util.ArrayList<>(List.of(call.name(), "-s"));
    command.addAll(given.words());
    return command;
  }
}
