package org.jacobean.autodiff.trace.tape;

import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jacobean.autodiff.trace.contract.WrittenRule;
import org.jspecify.annotations.Nullable;

/** Calls of functions with rules written by hand. */
public final class Written {
  private static WrittenRule.@Nullable Source source;

  private Written() {}

  /** Called once by the world, by reflection. */
  public static void from(WrittenRule.Source rules) {
    source = rules;
  }

  /** The body of such a function in a rewritten class. */
  public static @Nullable Object call(@Nullable Object[] args, Class<?> owner, String signature) {
    WrittenRule rule = Objects.requireNonNull(source).of(owner, signature);
    if (!anyActive(args)) return call(rule.function(), Arrays.asList(args));
    @Nullable Object[] plain = new Object[args.length];
    for (int i = 0; i < args.length; i++) plain[i] = plain(args[i]);
    Object value = Objects.requireNonNull(call(rule.function(), copies(plain)));
    if (!rule.partials().isEmpty()) return number(rule, args, plain, (Double) value);
    if (Tape.tangent != null) return second(rule, args, plain, value);
    boolean array = value instanceof double[];
    double[] results = array ? ((double[]) value).clone() : new double[] {(Double) value};
    Tape.BLOCKS.add(new RuleBlock(rule, args, plain, array, results.length));
    double[] active = Block.results(results);
    return array ? active : (Object) active[0];
  }

  private static boolean anyActive(@Nullable Object[] args) {
    for (Object a : args) {
      if (a instanceof Double d && Tape.active(d)) return true;
      if (a instanceof double[] x) for (double d : x) if (Tape.active(d)) return true;
    }
    return false;
  }

  private static @Nullable Object plain(@Nullable Object a) {
    if (a instanceof Double d) return Tape.plain(d);
    return a instanceof double[] x ? Arrays.stream(x).map(Tape::plain).toArray() : a;
  }

  /** Arrays of one's own for each call, so that none is overwritten. */
  static List<@Nullable Object> copies(@Nullable Object[] plain) {
    List<@Nullable Object> all = new ArrayList<>();
    for (Object p : plain) all.add(p instanceof double[] a ? a.clone() : p);
    return all;
  }

  static @Nullable Object call(MethodHandle m, List<@Nullable Object> args) {
    try {
      return m.invokeWithArguments(args);
    } catch (Throwable e) {
      throw Written.<RuntimeException>asItself(e);
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E asItself(Throwable e) throws E {
    throw (E) e;
  }

  /** Numbers to a number: a sum of the arguments weighted by their partial derivatives. */
  private static double number(
      WrittenRule rule, @Nullable Object[] args, @Nullable Object[] plain, double value) {
    int last = 0;
    for (int i = 0; i < args.length; i++) {
      int k = Tape.index((Double) Objects.requireNonNull(args[i]));
      if (k == 0) continue;
      double d = (Double) Objects.requireNonNull(call(rule.partials().get(i), copies(plain)));
      last = last == 0 ? Tape.linear(k, d, value) : Tape.binary(last, 1, k, d, value);
    }
    if (Tape.tangent == null) return Tape.of(last);
    double[] kept = Tangents.pause();
    double slope = 0;
    for (int i = 0; i < args.length; i++) {
      double t = Tangents.tangent(kept, (Double) args[i]);
      if (t == 0) continue;
      double d = (Double) Objects.requireNonNull(call(rule.partials().get(i), Arrays.asList(args)));
      slope = Arithmetic.add(slope, Arithmetic.mul(d, t));
    }
    return Tangents.resume(last, kept, slope);
  }

  /** With tangents: those of the results are computed by the forward method, and recorded. */
  private static Object second(
      WrittenRule rule, @Nullable Object[] args, @Nullable Object[] plain, Object value) {
    MethodHandle forward = rule.forward();
    if (forward == null)
      throw Tape.refuse(
          rule.name(),
          "its rule has no forward method, which second derivatives need",
          "add one with Diff.rule(…).forward(…), or ask for first derivatives");
    double[] kept = Tangents.pause();
    List<@Nullable Object> call = new ArrayList<>(Arrays.asList(args));
    for (Object a : args) {
      if (a instanceof Double d) call.add(Tangents.tangent(kept, d));
      else if (a instanceof double[] x)
        call.add(Arrays.stream(x).map(d -> Tangents.tangent(kept, d)).toArray());
    }
    Object t = call(forward, call);
    boolean array = value instanceof double[];
    double[] results = array ? ((double[]) value).clone() : new double[] {(Double) value};
    Tape.BLOCKS.add(new RuleBlock(rule, args, plain, array, results.length));
    double[] active = Block.results(results);
    Tape.tangent = kept;
    for (int i = 0; i < active.length; i++) {
      double dot = t instanceof double[] v ? v[i] : (Double) Objects.requireNonNull(t);
      active[i] = Tangents.resume(Tape.index(active[i]), Objects.requireNonNull(Tape.tangent), dot);
    }
    return array ? active : (Object) active[0];
  }
}
