package org.jacobean.magics.diff;

import java.util.ArrayList;
import java.util.List;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.magic.Arguments;
import org.jacobean.kernel.magic.Nearest;

/** Which parameters derivatives are taken by: those after {@code wrt}, or all that are real. */
final class Chosen {
  private Chosen() {}

  /** Positions of the parameters to differentiate by. */
  static int[] positions(Arguments given, Subject subject) throws MagicException {
    List<String> names = subject.parameters().stream().map(Subject.Parameter::name).toList();
    List<Integer> positions = new ArrayList<>();
    for (String name : given.list(Asking.WRT.word())) {
      if (!names.contains(name)) {
        String near = Nearest.to(name, names).map(n -> ". Did you mean " + n + "?").orElse("");
        throw given.mistake(
            "wrt %s: %s has no parameter of that name, only %s%s"
                .formatted(name, subject.title(), String.join(", ", names), near));
      }
      positions.add(names.indexOf(name));
    }
    for (int i = 0; i < names.size() && !given.has(Asking.WRT.word()); i++) {
      if (subject.parameters().get(i).active()) {
        positions.add(i);
      }
    }
    if (positions.isEmpty()) {
      throw given.mistake(
          "%s has no real parameter to differentiate by: give it one of type double, double[] or a record of these"
              .formatted(subject.title()));
    }
    return positions.stream().mapToInt(Integer::intValue).toArray();
  }
}
