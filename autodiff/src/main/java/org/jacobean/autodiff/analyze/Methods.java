package org.jacobean.autodiff.analyze;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jacobean.autodiff.error.NotDifferentiable;
import org.jacobean.autodiff.lift.Block;
import org.jacobean.autodiff.lift.Invocation;
import org.jacobean.autodiff.lift.Op;
import org.jacobean.autodiff.lift.Program;
import org.jacobean.autodiff.lift.Value;
import org.jacobean.autodiff.lift.World;
import org.jacobean.autodiff.rule.UserRule;
import org.jspecify.annotations.Nullable;

/** The methods a program calls, read when asked for, their effects remembered. */
public final class Methods implements Callees {
  private final World world;
  private final Map<String, Effects> known = new HashMap<>();
  private final Map<String, Boolean> underway = new HashMap<>();

  private final Records records;
  private final Crossings crossings;

  public Methods(World world) {
    this.world = world;
    records = new Records(world);
    crossings = new Crossings(world);
  }

  @Override
  public Crossings crossings() {
    return crossings;
  }

  @Override
  public Records records() {
    return records;
  }

  @Override
  public void mark(Program program) {
    for (Block b : program.blocks)
      for (Value v : b.body)
        if (v.op == Op.CALL && !v.isMath() && v.call().isStatic()) {
          UserRule r = world.rule(v.call());
          if (r != null && r.elementary()) v.detail = v.call().by(r.rule());
        }
  }

  @Override
  public @Nullable Program program(Value call) {
    return world.lift(call.call(), call.args);
  }

  /** The program of a call that must be differentiated. */
  public Program needed(Program caller, Value call) {
    Program p = program(call);
    if (p == null) throw World.refuse(caller, call);
    return p;
  }

  @Override
  public @Nullable Effects effects(Value call) {
    Invocation c = call.call();
    if (crossings.values(c.owner())) return null;
    String key = key(c) + (c.body() == null ? "" : "#" + System.identityHashCode(c.body()));
    Effects e = known.get(key);
    if (e != null) return e;
    if (underway.putIfAbsent(key, true) != null) return worst(call);
    try {
      Program p = program(call);
      if (p == null) return null;
      e = new Aliases(p, this).effects();
      known.put(key, e);
      return e;
    } catch (NotDifferentiable x) {
      return null; // a method that cannot be read: whoever needs its derivative will be told
    } finally {
      underway.remove(key);
    }
  }

  public static String key(Invocation c) {
    return c.owner() + "." + c.name() + c.descriptor();
  }

  /** What a recursive call may do at worst: write everything, and mix all arrays of a type. */
  private static Effects worst(Value call) {
    List<String> classes = new ArrayList<>();
    List<int[]> regions = new ArrayList<>();
    for (Value a : call.args) regions.add(byType(a, classes));
    regions.add(byType(call, classes));
    boolean[] written = new boolean[classes.size()];
    java.util.Arrays.fill(written, true);
    return new Effects(regions, written, new boolean[classes.size()]);
  }

  private static int[] byType(Value v, List<String> classes) {
    String type = v.type == null ? "" : v.type;
    int[] n = new int[v.isRef() ? Aliases.depth(type) : 0];
    for (int d = 0; d < n.length; d++) {
      String t = type.substring(d);
      if (!classes.contains(t)) classes.add(t);
      n[d] = classes.indexOf(t);
    }
    return n;
  }
}
