package org.jacobean.magics.general;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.extend.MagicSpec.Form;
import org.jacobean.kernel.magic.Arguments;
import org.jacobean.kernel.magic.Nearest;
import org.jspecify.annotations.Nullable;

/** {@code %env}: shows environment variables, or sets one for processes. */
public final class Env implements Magic {
  private static final Pattern ASSIGNMENT = Pattern.compile("([^\\s=]+)(?:\\s*=\\s*|\\s+)(.*)");
  private static final Pattern SECRET =
      Pattern.compile("(?i).*(key|token|secret|password|passwd).*");

  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "env",
        Set.of(Form.LINE),
        "Shows environment variables, or sets one for processes.",
        List.of("%env", "%env HOME", "%env LEVEL=debug", "%env LEVEL debug"),
        List.of(),
        """
        Alone it lists all, hiding values whose name speaks of a secret. A name gives its value, so \
        `String home = %env HOME` keeps it. A running JVM cannot change its own environment: what is \
        set here is seen by `%env` and by what `%%bash` starts, not by `System.getenv`.\
        """,
        Object.class);
  }

  @Override
  public @Nullable Object run(MagicCall call) throws MagicException {
    String line = Arguments.leading(spec(), call).text();
    if (line.isEmpty()) {
      list(call);
      return null;
    }
    Matcher assignment = ASSIGNMENT.matcher(line);
    if (assignment.matches()) {
      ProcessEnvironment.of(call).set(assignment.group(1), assignment.group(2));
      call.notebook().out().println("env: " + assignment.group(1) + "=" + assignment.group(2));
      return null;
    }
    return value(ProcessEnvironment.of(call), line);
  }

  private static String value(ProcessEnvironment environment, String name) throws MagicException {
    var value = environment.value(name);
    if (value.isEmpty()) {
      String meant =
          Nearest.to(name, environment.all().keySet())
              .map(near -> " Did you mean " + near + "?")
              .orElse("");
      throw new MagicException(
          "%env: " + name + " is not set." + meant + " %env " + name + "=value sets it");
    }
    return value.get();
  }

  private static void list(MagicCall call) {
    for (Map.Entry<String, String> variable : ProcessEnvironment.of(call).all().entrySet()) {
      String shown = SECRET.matcher(variable.getKey()).matches() ? "<hidden>" : variable.getValue();
      call.notebook().out().println(variable.getKey() + "=" + shown);
    }
  }
}
