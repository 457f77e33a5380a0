package org.jacobean.autodiff;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PrimitiveIterator;
import org.jacobean.autodiff.error.BadArgument;
import org.jacobean.autodiff.error.EngineFault;
import org.jacobean.autodiff.function.Functions;
import org.jacobean.autodiff.function.Target;
import org.jacobean.autodiff.graph.ComputationGraph;
import org.jacobean.autodiff.tier.Signature;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** A function at arguments of any shape, seen as a function of all the numbers in them. */
final class Point {
  /** Operations of a graph that is only computed with, not shown. */
  private static final int MOST = 3_000_000;

  final Signature signature;
  private final @Nullable Object[] args;
  private final Numbers numbers;

  Point(Object function, @Nullable Object... args) {
    signature = Signature.of(Functions.target(function));
    this.args = args;
    List<String> free = signature.names().subList(signature.bound(), signature.names().size());
    if (args.length != free.size())
      throw new BadArgument(
          "`"
              + signature.target().source()
              + "` takes "
              + free.size()
              + " arguments "
              + free
              + ", and got "
              + args.length);
    numbers = Numbers.of(free, args);
  }

  /** A point of a function of one array or of several numbers. */
  static Point of(Object function, double[] x) {
    Signature s = Signature.of(Functions.target(function));
    boolean array = s.leaves().size() == s.bound() + 1 && !s.leaves().get(s.bound()).number();
    return array
        ? new Point(function, (Object) x.clone())
        : new Point(function, Arrays.stream(x).boxed().toArray());
  }

  List<String> names() {
    return numbers.names();
  }

  double[] values() {
    return numbers.values();
  }

  /** The function's own value when its numbers are these: an ordinary call. */
  double value(double[] x) {
    PrimitiveIterator.OfDouble next = Arrays.stream(x).iterator();
    List<@Nullable Object> all = new ArrayList<>(signature.target().captured());
    for (Object a : args) all.add(Numbers.like(a, next));
    Object v = call(signature.target(), all);
    if (v instanceof Number n) return n.doubleValue();
    throw new BadArgument(
        "`"
            + signature.target().source()
            + "` gives a "
            + signature.target().returnType().getClassName()
            + ", where a number is needed");
  }

  private static @Nullable Object call(Target t, List<@Nullable Object> all) {
    for (Method m : t.owner().getDeclaredMethods())
      if (m.getName().equals(t.name()) && Type.getMethodDescriptor(m).equals(t.descriptor()))
        return call(
            m, t.isStatic() ? null : all.get(0), all.subList(t.isStatic() ? 0 : 1, all.size()));
    throw new EngineFault("There is no method " + t.source());
  }

  private static @Nullable Object call(
      Method m, @Nullable Object receiver, List<@Nullable Object> arguments) {
    try {
      if (m.getDeclaringClass().getClassLoader() != null) m.setAccessible(true);
      return m.invoke(receiver, arguments.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException r) throw r;
      if (e.getCause() instanceof Error r) throw r;
      throw new BadArgument("The function failed: " + e.getCause());
    } catch (IllegalAccessException e) {
      throw new EngineFault("The method " + m + " cannot be called", e);
    }
  }

  /** All partial derivatives in the order of the numbers. */
  double[] gradient() {
    Partials p = new Gradient(signature, Arguments.all(signature)).at(args);
    return Numbers.of(p.names(), p.asMap().values().toArray()).values();
  }

  ComputationGraph graph() {
    return ComputationGraph.of(signature.target(), MOST, args);
  }
}
