package org.jacobean.magics.course;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.extend.Notebook;
import org.jacobean.kernel.magic.Nearest;

/** {@code %check}: is a derivative written by hand right, and if not, in which way is it wrong? */
public final class Check implements Magic {
  private static final Pattern LINE =
      Pattern.compile("(\\w+)\\s*=\\s*(grad|hessian|jacobian|d2?/d\\w+)\\s+(\\w+)");

  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "check",
        Set.of(MagicSpec.Form.LINE),
        "Compares a derivative you wrote with the machine's, and says in which way it is wrong.",
        List.of(
            "%check fx = d/dx f",
            "%check fxy = d2/dxdy f",
            "%check gradF = grad f",
            "%check hessianF = hessian f",
            "%check jacobianG = jacobian g"),
        List.of(),
        """
        Both are methods of this session with the same `double` parameters. Your answer returns a \
        number for a partial derivative, a `double[]` for a gradient, a `double[][]` for a Hessian \
        or a Jacobian (one row an output). It is asked at several points; the verdict names the \
        sign, a constant factor, a missing inner derivative, a mixed-up variable, but never the \
        answer.

        ```java
        double p(double x, double y) { return x*x*x - 4*x*y; }
        double px(double x, double y) { return x*x - 4*y; }
        %check px = d/dx p
        ```
        """,
        Verdict.class);
  }

  @Override
  public Object run(MagicCall call) throws Exception {
    Matcher line = LINE.matcher(call.line());
    if (!line.matches())
      throw new MagicException(
          "%check: I cannot read `"
              + call.line()
              + "`. Write your method, an equals sign and what it should be, such as"
              + " `%check fx = d/dx f` or `%check gradF = grad f`.");
    Method answer = method(call.notebook(), line.group(1));
    Method function = method(call.notebook(), line.group(3));
    if (!Arrays.equals(answer.getParameterTypes(), function.getParameterTypes()))
      throw new MagicException(
          "%%check: %s and %s must have the same parameters, and have (%s) and (%s)."
              .formatted(
                  answer.getName(), function.getName(), parameters(answer), parameters(function)));
    return Truth.of(line.group(2), function).judge(answer);
  }

  private static Method method(Notebook notebook, String name) throws MagicException {
    List<Method> found = notebook.methods(name);
    if (found.isEmpty())
      throw new MagicException(
          "%check: there is no method `"
              + name
              + "` in this session."
              + Nearest.to(name, notebook.methodNames())
                  .map(near -> " Did you mean `" + near + "`?")
                  .orElse(" Run the cell that declares it first."));
    Method m = found.get(0);
    for (Class<?> type : m.getParameterTypes())
      if (type != double.class)
        throw new MagicException(
            "%check: `"
                + name
                + "` has a parameter of type "
                + type.getSimpleName()
                + "; only methods of double numbers can be checked.");
    m.setAccessible(true);
    return m;
  }

  private static String parameters(Method m) {
    return String.join(
        ", ",
        Arrays.stream(m.getParameters())
            .map(p -> p.getType().getSimpleName() + " " + p.getName())
            .toList());
  }
}
