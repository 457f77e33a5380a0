package org.jacobean.kernel.bridge;

import java.util.Arrays;
import org.jacobean.kernel.session.load.StoppedByInterrupt;
import org.jspecify.annotations.Nullable;

/** The text of any value: never empty, never too much, whatever its {@code toString} does. */
final class PlainText {
  private static final int LONGEST = 1_000_000;

  private PlainText() {}

  static boolean isSimple(@Nullable Object value) {
    return value == null
        || value instanceof String
        || (value instanceof Number && value.getClass().getName().startsWith("java."))
        || value instanceof Boolean
        || value instanceof Character;
  }

  static String of(@Nullable Object value) {
    String text;
    try {
      text = value != null && value.getClass().isArray() ? array(value) : String.valueOf(value);
    } catch (StoppedByInterrupt e) {
      throw e;
    } catch (RuntimeException | Error e) {
      return identity(value) + " (its toString() failed: " + e + ")";
    }
    if (text == null) {
      return identity(value) + " (its toString() gave null)";
    }
    if (text.isEmpty()) {
      return value instanceof String ? "\"\"" : identity(value);
    }
    return text.length() <= LONGEST
        ? text
        : text.substring(0, LONGEST) + "… (" + (text.length() - LONGEST) + " more characters)";
  }

  private static String identity(@Nullable Object value) {
    return value == null
        ? "null"
        : value.getClass().getName() + "@" + Integer.toHexString(System.identityHashCode(value));
  }

  private static String array(Object array) {
    String wrapped = Arrays.deepToString(new Object[] {array});
    return wrapped.substring(1, wrapped.length() - 1);
  }
}
