package org.jacobean.autodiff.trace.tape;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/**
 * Text and bits made of active values. Making them is fine, most are only printed; coming back from
 * them to a number would lose the derivative without a sign, so that is refused.
 */
public final class Texts {
  private static final Pattern BETWEEN_NUMBERS = Pattern.compile("[^0-9eE.,+\\-]+");
  private static final int MOST = 1000;
  private static final Deque<String> MADE = new ArrayDeque<>();
  private static boolean bitsTaken;

  private Texts() {}

  static void clear() {
    MADE.clear();
    bitsTaken = false;
  }

  /** Notes text that holds an active value. */
  public static String made(String text) {
    if (MADE.size() == MOST) {
      MADE.removeFirst();
    }
    MADE.addLast(text);
    return text;
  }

  /** Called before text is read as a number. */
  public static String read(String text, String reader) {
    if (!MADE.isEmpty() && text != null) {
      String wanted = text.trim();
      for (String made : MADE) {
        if (made.equals(wanted) || holds(made, wanted)) {
          throw Tape.refuse(
              reader,
              "it turns an active value into text and back, and no derivative passes through text",
              "keep the number, or mark it constant");
        }
      }
    }
    return text;
  }

  private static boolean holds(String made, String wanted) {
    return made.contains(wanted) && BETWEEN_NUMBERS.splitAsStream(made).anyMatch(wanted::equals);
  }

  public static long bits(double number, long plainBits) {
    bitsTaken |= Double.isNaN(number) && Tape.index(number) != 0;
    return plainBits;
  }

  public static double fromBits(long bits) {
    if (bitsTaken) {
      throw Tape.refuse(
          "Double.longBitsToDouble",
          "the bits of an active value were taken before, and no derivative passes through bits",
          "keep the number, or mark it constant");
    }
    double number = Double.longBitsToDouble(bits);
    // a user's own NaN with our tag would be taken for an active value
    return bits >>> 48 == Tape.TAG ? Double.NaN : number;
  }
}
