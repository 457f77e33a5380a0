package org.jacobean.magics.diff;

import java.util.ArrayList;
import java.util.List;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.magic.Arguments;
import org.jspecify.annotations.Nullable;

/** Reads {@code along (1, 1)}, {@code along v}, {@code along 1, 1}: a vector. */
final class Along {
  static final MagicSpec.Option ALONG =
      new MagicSpec.Option("along", "(1, 1)", "The vector: numbers, or a double[] of the session.");

  private Along() {}

  static double[] read(MagicCall call, Arguments given, int length) throws MagicException {
    return read(call, given, ALONG, length);
  }

  /** The vector after an option; of any length when −1 is asked for. */
  static double[] read(MagicCall call, Arguments given, MagicSpec.Option option, int length)
      throws MagicException {
    String word = option.word();
    if (!given.has(word)) {
      throw given.mistake(
          "a vector is missing after %s. Write for example %s (%s)"
              .formatted(word, word, ones(Math.max(1, length))));
    }
    String text = given.value(word).orElse("").strip();
    boolean bracketed = text.startsWith("(") && Nesting.closing(text, 0) == text.length() - 1;
    List<String> pieces = Nesting.split(bracketed ? text.substring(1, text.length() - 1) : text);
    List<Double> numbers = new ArrayList<>();
    for (Object value : Values.evaluate(call.notebook(), given, pieces)) {
      append(given, word, value, numbers);
    }
    if (numbers.size() != length && length >= 0) {
      throw given.mistake(
          "%s has %s, and %s needed, such as %s (%s)"
              .formatted(
                  word,
                  Missing.counted(numbers.size(), "number"),
                  length == 1 ? "1 is" : length + " are",
                  word,
                  ones(length)));
    }
    return numbers.stream().mapToDouble(d -> d).toArray();
  }

  private static void append(
      Arguments given, String word, @Nullable Object value, List<Double> numbers)
      throws MagicException {
    if (value instanceof Number n) {
      numbers.add(n.doubleValue());
    } else if (value instanceof double[] vector) {
      for (double d : vector) {
        numbers.add(d);
      }
    } else {
      throw given.mistake(word + " takes numbers or a double[], and " + value + " is neither");
    }
  }

  private static String ones(int length) {
    return length > 4 ? "v" : "1" + ", 1".repeat(Math.max(0, length - 1));
  }
}
