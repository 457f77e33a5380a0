package org.jacobean.autodiff.compile;

import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jacobean.autodiff.analyze.Records;
import org.jacobean.autodiff.compile.ValueSweep.Mode;
import org.jacobean.autodiff.emit.Definer;
import org.jacobean.autodiff.error.NotDifferentiable;
import org.jacobean.autodiff.function.Bytecode;
import org.jacobean.autodiff.function.Target;
import org.jacobean.autodiff.lift.Lifter;
import org.jacobean.autodiff.lift.Program;
import org.jacobean.autodiff.lift.World;
import org.jacobean.autodiff.rule.UserRules;
import org.jacobean.autodiff.tier.Signature;
import org.jacobean.autodiff.tier.Sweep;
import org.jacobean.autodiff.tier.Tier;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.tree.MethodNode;

/** Derivatives written as bytecode: the fast tier. */
public final class CompiledTier implements Tier {
  private static final AtomicInteger NAMES = new AtomicInteger();

  /** Sweeps already made, by the class the function stands in; let go when memory is short. */
  private static final ClassValue<Map<String, SoftReference<Sweep>>> MADE =
      new ClassValue<>() {
        @Override
        protected Map<String, SoftReference<Sweep>> computeValue(Class<?> c) {
          return new ConcurrentHashMap<>();
        }
      };

  @Override
  public String name() {
    return "compiled";
  }

  @Override
  public Sweep reverse(Signature s, boolean[] active) {
    return cached(
        "reverse",
        s,
        active,
        () -> {
          World world = world(s);
          boolean[] numbers = ValueSweep.numbers(s, active);
          ReverseClass c =
              new ReverseClass(fresh(s), program(s, world), numbers, s.bound(), world, false);
          Sweep w = Definer.define(s.target().owner(), c.bytes(), c.handles());
          return ValueSweep.of(w, Mode.REVERSE, s, active, 1, c.crossed());
        });
  }

  @Override
  public Sweep forward(Signature s, boolean[] active, int tangents) {
    return cached(
        "forward" + tangents,
        s,
        active,
        () -> {
          World world = world(s);
          boolean[] numbers = ValueSweep.numbers(s, active);
          ForwardClass c =
              new ForwardClass(fresh(s), program(s, world), numbers, tangents, s.bound(), world);
          Sweep w = Definer.define(s.target().owner(), c.bytes(), c.handles());
          return ValueSweep.of(w, Mode.FORWARD, s, active, tangents, c.crossed());
        });
  }

  @Override
  public Sweep forwardOverReverse(Signature s, boolean[] active, int tangents) {
    return cached(
        "second" + tangents,
        s,
        active,
        () -> {
          World world = world(s);
          boolean[] numbers = ValueSweep.numbers(s, active);
          ReverseClass g =
              new ReverseClass(fresh(s), program(s, world), numbers, s.bound(), world, true);
          SecondOrderClass c =
              new SecondOrderClass(fresh(s), g, numbers, s.bound(), tangents, world);
          Sweep w = Definer.define(s.target().owner(), c.bytes(), c.handles());
          return ValueSweep.of(w, Mode.FORWARD_OVER_REVERSE, s, active, tangents, g.crossed());
        });
  }

  private static Sweep cached(String mode, Signature s, boolean[] active, Supplier<Sweep> make) {
    Target t = s.target();
    String key =
        mode
            + UserRules.changes()
            + t.name()
            + t.descriptor()
            + Arrays.toString(active)
            + t.captured().stream().map(o -> o == null ? null : o.getClass()).toList();
    Map<String, SoftReference<Sweep>> made = MADE.get(t.owner());
    SoftReference<Sweep> r = made.get(key);
    Sweep old = r == null ? null : r.get();
    if (old != null) return old;
    Sweep now = made(make, t);
    made.put(key, new SoftReference<>(now));
    return now;
  }

  private static @Nullable Class<?> receiver(Target t) {
    return t.isStatic() || t.captured().isEmpty() ? null : t.captured().get(0).getClass();
  }

  private static Sweep made(Supplier<Sweep> make, Target t) {
    try {
      return make.get();
    } catch (MethodTooLargeException e) {
      throw new NotDifferentiable(
          "The size of the code",
          t.source(),
          0,
          "its derivative comes to more than the 64 KB a method may have",
          "move parts of it into methods of their own");
    }
  }

  private static World world(Signature s) {
    return new World(s.target().owner(), receiver(s.target()));
  }

  private static String fresh(Signature s) {
    return Definer.prefix(s.target().owner()) + "Derivative$" + NAMES.incrementAndGet();
  }

  /** The function's program, its parameters the leaves of the signature. */
  static Program program(Signature s, World world) {
    Target t = s.target();
    boolean ruled = t.isStatic() && UserRules.of(t.owner(), t.name(), t.descriptor()) != null;
    if (t.owner().getClassLoader() == null || ruled) return Wrapped.call(t);
    MethodNode m = Bytecode.method(t.owner(), t.name(), t.descriptor());
    if (m == null)
      throw new NotDifferentiable(
          "The method",
          t.source(),
          0,
          "it is not in the bytes its class loader serves",
          "load the class again");
    Program p = Lifter.lift(t.ownerName(), m);
    for (int i = 0; i < t.captured().size(); i++)
      if (t.captured().get(i) != null && p.params.get(i).isRef())
        world.bind(p.params.get(i), t.captured().get(i).getClass());
    Flattening.run(s, p, new Records(world));
    return p;
  }
}
