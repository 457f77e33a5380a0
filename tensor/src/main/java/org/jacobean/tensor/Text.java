package org.jacobean.tensor;

import java.util.Locale;

/** A tensor as text: precision, shape and a sample of its numbers. */
final class Text {
  /** Along longer axes the first and last few are shown. */
  private static final int LONGEST = 8;

  private static final int EDGE = 3;

  private Text() {}

  static String of(Tensor t) {
    String head = "Tensor " + t.type().name().toLowerCase(Locale.ROOT) + " " + Shapes.text(t.shape);
    if (t.rank() == 0) return head + " " + number(t.detach().item());
    return head + (t.rank() == 1 ? " " : System.lineSeparator()) + body(t.detach(), 0);
  }

  private static String body(Tensor t, int depth) {
    if (t.rank() == 0) return number(t.item());
    StringBuilder s = new StringBuilder("[");
    String between = t.rank() == 1 ? ", " : "," + System.lineSeparator() + " ".repeat(depth + 1);
    int n = t.size(0);
    for (int i = 0; i < n; i++) {
      if (i > 0) s.append(between);
      if (n > LONGEST && i == EDGE) {
        s.append("…");
        i = n - EDGE - 1;
      } else {
        s.append(body(t.at(i), depth + 1));
      }
    }
    return s.append("]").toString();
  }

  private static String number(double v) {
    if (v == Math.rint(v) && Math.abs(v) < 1e6) return String.valueOf((long) v);
    return String.format(Locale.ROOT, "%.4g", v);
  }
}
