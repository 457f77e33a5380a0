package org.jacobean.autodiff.graph;

import java.util.Map;

/** What is written into the nodes of a graph. */
final class Labels {
  private static final Map<String, String> SYMBOLS =
      Map.of(
          "add", "+", "sub", "−", "mul", "·", "div", "/", "neg", "−(…)", "rem", "mod", "sqrt", "√",
          "cbrt", "∛", "abs", "|…|", "log", "ln");

  private Labels() {}

  static String of(Node node) {
    if (node.isConstant()) {
      return number(node.value());
    }
    String name = node.name();
    return node.isInput() && name != null
        ? name
        : SYMBOLS.getOrDefault(node.operation(), node.operation());
  }

  private static String number(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }
}
