package org.jacobean.autodiff.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jacobean.autodiff.error.BadArgument;
import org.jacobean.autodiff.tier.Frame;
import org.jacobean.autodiff.tier.Signature;
import org.jacobean.autodiff.trace.copy.LikeOriginal;
import org.jacobean.autodiff.trace.copy.Parameters;

/** Gradients by the doubles a live object holds. */
public final class ModelTracing {
  private ModelTracing() {}

  /**
   * What a run gave.
   *
   * @param value the function's value
   * @param byPath partial derivatives by path
   * @param gradient an object like the model that holds them
   */
  public record Outcome(double value, Map<String, Double> byPath, Object gradient) {}

  /**
   * @param function a function of one object
   * @param model that object
   * @param names fields to differentiate by; none means all
   */
  public static Outcome gradient(Signature function, Object model, Set<String> names) {
    int parameter = function.bound();
    if (function.names().size() != parameter + 1) {
      throw new BadArgument(
          function.target().source() + " must take one object, and takes " + function.names());
    }
    Frame f = new Frame(function.leaves().size(), Math.max(1, function.results().size()), 1);
    for (int i = 0; i < parameter; i++) {
      function.put(f, i, function.target().captured().get(i));
    }
    function.put(f, parameter, model);
    Tracer tracer = TracingTier.tracer(function, new boolean[function.leaves().size()]);
    Map<String, Double> byPath = new LinkedHashMap<>();
    Parameters[] parameters = new Parameters[1];
    tracer.trace(
        f,
        null,
        (args, tape) -> {
          parameters[0] = new Parameters(names, tape::input);
          parameters[0].activate(args[parameter]);
        },
        (tape, inputs, result) -> {
          double[] adjoints = tape.zeros();
          Results.seed(result, 1.0, tape, adjoints);
          tape.reverse(adjoints);
          parameters[0].inputs().forEach((p, a) -> byPath.put(p, adjoints[tape.index(a)]));
        });
    return new Outcome(f.values[0], byPath, new LikeOriginal(byPath).of(model));
  }
}
