package org.jacobean.magics.course;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jacobean.autodiff.Diff;
import org.jacobean.autodiff.error.DiffException;
import org.jacobean.autodiff.function.Functions;
import org.jacobean.autodiff.function.Target;
import org.jacobean.kernel.extend.MagicException;
import org.jspecify.annotations.Nullable;

/**
 * What an answer should be: the entries of a derivative, by the engine.
 *
 * @param what how it is called, such as {@code ∂p/∂x}
 * @param names the variables
 * @param function the function itself
 * @param entries names of the entries, row by row
 * @param shape how many rows and columns; a number has none
 * @param engine all entries at a point
 */
record Truth(
    String what,
    List<String> names,
    Method function,
    List<String> entries,
    int[] shape,
    Engine engine) {

  /** Computes all entries at a point. */
  interface Engine {
    double[] at(double... point);
  }

  static Truth of(String question, Method f) throws MagicException {
    List<String> names = Arrays.stream(f.getParameters()).map(p -> p.getName()).toList();
    Target target = Functions.target(f);
    int n = names.size();
    String name = f.getName();
    if (question.equals("grad"))
      return new Truth("∇" + name, names, f, partials(name, names), new int[] {n}, gradient(f));
    if (question.equals("hessian")) {
      var hessian = Diff.hessian(target);
      Engine flat = p -> flat(hessian.at(p));
      return new Truth("the Hessian of " + name, names, f, cells(n, n), new int[] {n, n}, flat);
    }
    if (question.equals("jacobian")) {
      var jacobian = Diff.jacobian(target);
      int rows = jacobian.at(new double[n]).length;
      Engine flat = p -> flat(jacobian.at(p));
      return new Truth(
          "the Jacobian of " + name, names, f, cells(rows, n), new int[] {rows, n}, flat);
    }
    return partial(question, f, names, target);
  }

  private static Truth partial(String question, Method f, List<String> names, Target target)
      throws MagicException {
    String by = question.substring(question.indexOf("/d") + 2);
    if (question.startsWith("d/")) {
      int i = position(by, names);
      Engine all = gradient(f);
      String what = "∂" + f.getName() + "/∂" + by;
      return new Truth(what, names, f, List.of(what), new int[0], p -> new double[] {all.at(p)[i]});
    }
    for (int i = 0; i < names.size(); i++)
      for (int j = 0; j < names.size(); j++)
        if (by.equals(names.get(i) + "d" + names.get(j))) {
          int row = i, column = j;
          var hessian = Diff.hessian(target);
          String what = "∂²" + f.getName() + "/∂" + names.get(j) + "∂" + names.get(i);
          Engine one = p -> new double[] {hessian.at(p)[row][column]};
          return new Truth(what, names, f, List.of(what), new int[0], one);
        }
    throw new MagicException(
        "%check: `"
            + question
            + "` does not name two of the variables "
            + names
            + "; write d2/dxdy.");
  }

  private static int position(String by, List<String> names) throws MagicException {
    int i = names.indexOf(by);
    if (i < 0)
      throw new MagicException(
          "%check: there is no variable `" + by + "`; the function's are " + names + ".");
    return i;
  }

  private static Engine gradient(Method f) {
    var gradient = Diff.grad(f);
    return p -> {
      var partials = gradient.at(Arrays.stream(p).boxed().toArray());
      double[] g = new double[p.length];
      for (int i = 0; i < g.length; i++) g[i] = ((Number) partials.of(i)).doubleValue();
      return g;
    };
  }

  private static List<String> partials(String f, List<String> names) {
    return names.stream().map(n -> "∂" + f + "/∂" + n).toList();
  }

  private static List<String> cells(int rows, int columns) {
    List<String> cells = new ArrayList<>();
    for (int i = 1; i <= rows; i++)
      for (int j = 1; j <= columns; j++) cells.add("row " + i + ", column " + j);
    return cells;
  }

  private static double[] flat(double[][] m) {
    return Arrays.stream(m).flatMapToDouble(Arrays::stream).toArray();
  }

  /** Asks the answer at several points and says what is wrong with each entry. */
  Verdict judge(Method answer) throws MagicException {
    double[][] points = Points.of(names.size(), this::defined);
    if (points.length < 2)
      throw new MagicException(
          "%check: `" + function.getName() + "` has no derivative at any of the points tried.");
    double[][] right = new double[points.length][], given = new double[points.length][];
    for (int i = 0; i < points.length; i++) {
      right[i] = engine.at(points[i]);
      double[] entriesGiven = ask(answer, points[i]);
      if (entriesGiven.length != right[i].length)
        throw new MagicException(
            "%%check: `%s` returns %d entries, and %s has %d."
                .formatted(answer.getName(), entriesGiven.length, what, right[i].length));
      given[i] = entriesGiven;
    }
    Map<String, String> complaints = new LinkedHashMap<>();
    for (int e = 0; e < entries.size(); e++) {
      Samples s = new Samples(names, points, column(right, e), column(given, e));
      String complaint = Diagnosis.of(s, others(points, right, e)).orElse("");
      complaints.put(entries.get(e), complaint);
    }
    return new Verdict(answer.getName(), what, points.length, complaints);
  }

  private boolean defined(double[] point) {
    try {
      return Arrays.stream(engine.at(point)).allMatch(Double::isFinite);
    } catch (DiffException e) {
      throw e;
    } catch (RuntimeException outside) {
      return false;
    }
  }

  /** What an entry may have been mistaken for: the function, another entry of the derivative. */
  private Map<String, double[]> others(double[][] points, double[][] right, int entry)
      throws MagicException {
    Map<String, double[]> others = new LinkedHashMap<>();
    if (function.getReturnType() == double.class) {
      double[] values = new double[points.length];
      for (int i = 0; i < values.length; i++) values[i] = ask(function, points[i])[0];
      others.put("the function itself, not its derivative", values);
    }
    for (int e = 0; e < entries.size(); e++)
      if (e != entry) others.put(entries.get(e) + ": are two entries swapped?", column(right, e));
    if (shape.length == 0 && what.startsWith("∂" + function.getName())) {
      Engine gradient = gradient(function);
      for (int j = 0; j < names.size(); j++) {
        String name = "∂" + function.getName() + "/∂" + names.get(j);
        if (name.equals(what)) continue;
        int at = j;
        others.put(
            name + ", the derivative by another variable",
            Arrays.stream(points).mapToDouble(p -> gradient.at(p)[at]).toArray());
      }
    }
    return others;
  }

  private static double[] column(double[][] rows, int entry) {
    return Arrays.stream(rows).mapToDouble(row -> row[entry]).toArray();
  }

  private static double[] ask(Method method, double[] point) throws MagicException {
    @Nullable Object result;
    try {
      result = method.invoke(null, Arrays.stream(point).boxed().toArray());
    } catch (InvocationTargetException e) {
      throw new MagicException(
          "%%check: `%s` failed at %s with %s."
              .formatted(method.getName(), Arrays.toString(point), e.getCause()),
          e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
    if (result instanceof Number n) return new double[] {n.doubleValue()};
    if (result instanceof double[] v) return v;
    if (result instanceof double[][] m) return flat(m);
    throw new MagicException(
        "%%check: `%s` returns %s; a double, a double[] or a double[][] is needed."
            .formatted(method.getName(), method.getReturnType().getSimpleName()));
  }
}
