package org.jacobean.magics.general;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jacobean.kernel.extend.Notebook;
import org.jacobean.kernel.extend.Notebook.Variable;
import org.jspecify.annotations.Nullable;

/** The session's variables with type, size and a short look at the value. */
record VariableTable(List<Variable> variables) {
  private static final int LONGEST = 60;

  static VariableTable of(Notebook notebook, List<String> types) {
    return new VariableTable(
        notebook.variables().stream()
            .filter(variable -> types.isEmpty() || matches(variable, types))
            .toList());
  }

  /** {@code List} also means {@code java.util.List<String>}. */
  private static boolean matches(Variable variable, List<String> types) {
    String plain = variable.type().replaceAll("<.*>", "");
    return types.contains(variable.type())
        || types.contains(plain)
        || types.contains(plain.substring(plain.lastIndexOf('.') + 1));
  }

  List<String> names() {
    return variables.stream().map(Variable::name).toList();
  }

  String plain() {
    int name = width(variables.stream().map(Variable::name).toList(), "Variable");
    int type = width(variables.stream().map(Variable::type).toList(), "Type");
    String format = "%-" + name + "s  %-" + type + "s  %s%n";
    var table = new StringBuilder(format.formatted("Variable", "Type", "Value"));
    variables.forEach(v -> table.append(format.formatted(v.name(), v.type(), look(v.value()))));
    return table.toString().stripTrailing();
  }

  String html() {
    var table =
        new StringBuilder(
            "<table><thead><tr><th>Variable</th><th>Type</th><th>Value</th></tr></thead><tbody>");
    variables.forEach(
        v ->
            table.append(
                "<tr><td style=\"text-align:left\"><code>%s</code></td><td style=\"text-align:left\"><code>%s</code></td><td style=\"text-align:left\">%s</td></tr>"
                    .formatted(escaped(v.name()), escaped(v.type()), escaped(look(v.value())))));
    return table.append("</tbody></table>").toString();
  }

  private static int width(List<String> column, String title) {
    return Math.min(40, column.stream().mapToInt(String::length).max().orElse(0) + title.length());
  }

  private static String look(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (value.getClass().isArray()) {
      return value.getClass().getComponentType().getSimpleName()
          + "["
          + Array.getLength(value)
          + "]: "
          + elements(value);
    }
    if (value instanceof Collection<?> c) {
      return "n=" + c.size() + ": " + text(value);
    }
    return value instanceof Map<?, ?> m ? "n=" + m.size() + ": " + text(value) : text(value);
  }

  private static String elements(Object array) {
    var shown = new StringBuilder();
    int length = Math.min(6, Array.getLength(array));
    for (int i = 0; i < length; i++) {
      shown.append(i == 0 ? "" : ", ").append(text(Array.get(array, i)));
    }
    return cut(shown + (length < Array.getLength(array) ? ", …" : ""));
  }

  /** A value whose own toString fails must not take the table with it. */
  private static String text(@Nullable Object value) {
    try {
      return cut(String.valueOf(value).replaceAll("\\s+", " "));
    } catch (RuntimeException | StackOverflowError e) {
      return "(toString failed: " + e.getClass().getSimpleName() + ")";
    }
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
