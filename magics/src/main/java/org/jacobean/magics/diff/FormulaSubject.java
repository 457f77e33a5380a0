package org.jacobean.magics.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jacobean.autodiff.function.Functions;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.Notebook;
import org.jacobean.kernel.magic.Arguments;
import org.jspecify.annotations.Nullable;

/** Makes a function of an expression: a lambda over its variables, compiled by the session. */
final class FormulaSubject {
  private static final Pattern CALLED = Pattern.compile("(?<![\\w.])([a-z]\\w*)\\s*\\(");
  private static final int MOST = 6;

  private final Notebook notebook;
  private final Arguments given;

  FormulaSubject(Notebook notebook, Arguments given) {
    this.notebook = notebook;
    this.given = given;
  }

  Subject read(String text, boolean pointNeeded) throws Exception {
    Map<String, String> assigned = new LinkedHashMap<>(given.assignments(Asking.AT.word()));
    List<String> names = new ArrayList<>(assigned.keySet());
    if (names.isEmpty()) {
      names.addAll(sessionVariables(text, assigned, pointNeeded));
    }
    for (String name : assigned.keySet()) {
      if (!Question.names(text).contains(name)) {
        throw given.mistake(
            "%s does not occur in %s. Its names are %s"
                .formatted(name, text, String.join(", ", Question.names(text))));
      }
    }
    Object lambda = compile(text, names);
    @Nullable Object[] values =
        pointNeeded || !assigned.isEmpty()
            ? Values.evaluate(notebook, given, List.copyOf(assigned.values()))
            : names.stream().map(n -> 0.0).toArray();
    List<Subject.Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Object value = Values.convert(given, text, names.get(i), double.class, values[i]);
      parameters.add(new Subject.Parameter(names.get(i), double.class, value));
    }
    return new Subject(text, Functions.target(lambda), parameters);
  }

  /** An expression as a function of these variables, asked about nowhere yet. */
  Subject over(String text, List<String> names) throws MagicException {
    List<String> used = Question.names(text);
    for (String name : names) {
      if (!used.contains(name)) {
        throw given.mistake(
            "%s does not occur in %s. Its names are %s"
                .formatted(name, text, String.join(", ", used)));
      }
    }
    for (String name : used) {
      if (!names.contains(name) && notebook.variable(name).isEmpty()) {
        throw given.mistake(
            "%s in %s has neither a range nor a value in this session: write %s=-3..3"
                .formatted(name, text, name));
      }
    }
    if (names.isEmpty()) {
      throw given.mistake(text + " needs a range, such as x=-3..3");
    }
    Object lambda = compile(text, names);
    return new Subject(
        text,
        Functions.target(lambda),
        names.stream().map(n -> new Subject.Parameter(n, double.class, 0.0)).toList());
  }

  /** Without {@code at}, the session's numbers that the expression names are its variables. */
  private List<String> sessionVariables(
      String text, Map<String, String> assigned, boolean pointNeeded) throws MagicException {
    List<String> names = new ArrayList<>();
    for (String name : Question.names(text)) {
      var variable = notebook.variable(name);
      boolean number = variable.map(v -> v.value() instanceof Number).orElse(false);
      if (number || (variable.isEmpty() && !pointNeeded)) {
        names.add(name);
        assigned.putAll(number ? Map.of(name, name) : Map.of());
      } else if (variable.isEmpty()) {
        throw given.mistake(
            "%s has no value. Say where, such as %s at %s"
                .formatted(name, text, points(Question.names(text))));
      }
    }
    if (names.isEmpty()) {
      throw given.mistake(text + " has no variables to differentiate by");
    }
    return names;
  }

  private static String points(List<String> names) {
    return String.join(", ", names.stream().map(n -> n + "=1").toList());
  }

  private Object compile(String text, List<String> names) throws MagicException {
    if (names.size() > MOST) {
      throw given.mistake(
          "an expression may have up to %d variables, and this has %d. Make it a method with an array parameter"
              .formatted(MOST, names.size()));
    }
    boolean several = text.startsWith("{") || text.startsWith("new double[]");
    String type =
        several
            ? "org.jacobean.magics.diff.Several.Of" + names.size()
            : "org.jacobean.autodiff.Real" + names.size();
    String body = (text.startsWith("{") ? "new double[] " : "") + withMath(text);
    String source = "(%s) ((%s) -> %s)".formatted(type, String.join(", ", names), body);
    try {
      Object lambda = notebook.evaluate(source);
      if (lambda != null) {
        return lambda;
      }
    } catch (Exception failed) {
      String power = text.contains("^") ? ". A power is written Math.pow(x, 2) or x*x" : "";
      throw given.mistake(
          "%s is no Java expression of %s: %s%s"
              .formatted(text, String.join(", ", names), Values.firstLine(failed), power));
    }
    throw given.mistake(text + " gives no function");
  }

  /** {@code sin(x)} means {@code Math.sin(x)} unless the session has a method of that name. */
  private String withMath(String text) {
    return CALLED
        .matcher(text)
        .replaceAll(
            m ->
                Missing.MATH.contains(m.group(1)) && notebook.methods(m.group(1)).isEmpty()
                    ? "Math." + m.group(1) + "("
                    : m.group(1) + "(");
  }
}
