package org.jacobean.magics.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.magic.Arguments;
import org.jacobean.kernel.magic.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers of a function's point are varied, each from where to where.
 *
 * @param at the function and its point
 */
record Slices(Flat at, List<Along> along) {
  private static final Pattern WRITTEN =
      Pattern.compile("(?:^|\\s)([A-Za-z_][\\w.\\[\\]]*)\\s*=\\s*(\\S+?)\\.\\.(\\S+)");

  /** More curves than these cannot be told apart. */
  private static final int MOST = 7;

  /** One number: its index among all. */
  record Along(int index, double from, double to) {}

  static Slices read(MagicCall call, Arguments whole, MagicSpec spec) throws Exception {
    String rest = WRITTEN.matcher(call.line()).replaceAll(" ").strip();
    MagicCall plain = new MagicCall(call.name(), rest, call.body(), call.notebook());
    Arguments given = Arguments.anywhere(spec, plain);
    Subject subject = Asking.atPoint(plain, given);
    Flat at = Flat.of(call.notebook(), given, subject);
    List<Along> along = new ArrayList<>();
    Matcher written = WRITTEN.matcher(whole.text());
    while (written.find()) {
      @Nullable Object[] ends =
          Values.evaluate(call.notebook(), given, List.of(written.group(2), written.group(3)));
      if (!(ends[0] instanceof Number from) || !(ends[1] instanceof Number to)) {
        throw given.mistake("the range of " + written.group(1) + " has an end that is no number");
      }
      along.add(
          new Along(index(given, at, written.group(1)), from.doubleValue(), to.doubleValue()));
    }
    return new Slices(at, along.isEmpty() ? everyWay(given, at) : along);
  }

  private static int index(Arguments given, Flat at, String name) throws MagicException {
    int index = at.names().indexOf(name);
    if (index < 0) {
      String near = Nearest.to(name, at.names()).map(n -> ". Did you mean " + n + "?").orElse("");
      throw given.mistake(
          "%s has no number %s to vary, only %s%s"
              .formatted(
                  at.subject().title(),
                  name,
                  String.join(", ", at.names().subList(0, Math.min(10, at.names().size()))),
                  near));
    }
    return index;
  }

  private static List<Along> everyWay(Arguments given, Flat at) throws MagicException {
    if (at.point().length > MOST) {
      throw given.mistake(
          "%s has %d numbers, more curves than can be told apart: name one, such as %s=-1..1"
              .formatted(at.subject().title(), at.point().length, at.names().get(0)));
    }
    List<Along> along = new ArrayList<>();
    for (int i = 0; i < at.point().length; i++) {
      along.add(new Along(i, at.point()[i] - 1, at.point()[i] + 1));
    }
    return along;
  }
}
