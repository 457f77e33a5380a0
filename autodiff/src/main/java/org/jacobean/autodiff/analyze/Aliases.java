package org.jacobean.autodiff.analyze;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jacobean.autodiff.lift.Block;
import org.jacobean.autodiff.lift.Op;
import org.jacobean.autodiff.lift.Program;
import org.jacobean.autodiff.lift.Value;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.FieldInsnNode;

/** Which arrays of a program may be the same. */
public final class Aliases {
  private static final String STACK = "org/jacobean/autodiff/runtime/ValueStack";
  private final Program program;
  private final Callees callees;
  private final Map<Value, Region> regions = new HashMap<>();

  public Aliases(Program program, Callees callees) {
    this(program, callees, new int[0][]);
  }

  /**
   * @param layout which arrays among the arguments may be one, as {@link #layout} of the caller
   *     says
   */
  Aliases(Program program, Callees callees, int[][] layout) {
    this.program = program;
    this.callees = callees;
    arguments(layout);
    for (Block b : program.blocks) {
      for (Value p : b.phis) if (p.isRef()) for (Value a : p.args) same(p, a);
      for (Value v : b.body) visit(v);
    }
  }

  private void arguments(int[][] layout) {
    Map<Integer, Region> byClass = new HashMap<>();
    for (int i = 0; i < layout.length; i++) {
      Region r = of(program.params.get(i));
      for (int c : layout[i]) {
        Region other = byClass.putIfAbsent(c, r);
        if (other != null) Region.unify(other, r);
        r = r.element();
      }
    }
  }

  /** For each argument of a call, and each depth below it, the number of the region it falls in. */
  public int[][] layout(Value[] arguments) {
    List<Region> all = new ArrayList<>();
    int[][] n = new int[arguments.length][];
    for (int i = 0; i < n.length; i++) n[i] = classes(arguments[i], all);
    return n;
  }

  public Region of(Value array) {
    return regions.computeIfAbsent(array, q -> new Region()).find();
  }

  /** A shadow counts as one with the array it belongs to. */
  public void adopt(Value shadow, Value array) {
    regions.put(shadow, of(array));
  }

  private void same(Value a, Value b) {
    Region.unify(of(a), of(b));
  }

  private void visit(Value v) {
    switch (v.op) {
      case LOAD -> {
        if (v.isRef()) Region.unify(of(v), of(v.args[0]).element());
      }
      case STORE -> {
        of(v.args[0]).written = true;
        if (v.args[2].isRef()) Region.unify(of(v.args[2]), of(v.args[0]).element());
      }
      case CHECK_CAST -> same(v, v.args[0]);
      case GET_FIELD, PUT_FIELD ->
          field(v, (FieldInsnNode) java.util.Objects.requireNonNull(v.detail));
      case GET_STATIC, DYNAMIC, CONSTRUCT -> markForeign(v);
      case CALL -> call(v);
      default -> {}
    }
  }

  private void markForeign(Value v) {
    if (!v.isRef()) return;
    Region r = of(v);
    for (int d = depth(v.type); d >= 0; d--) {
      r.foreign = true;
      r.opaque = true;
      r = r.element();
    }
  }

  private void field(Value v, FieldInsnNode f) {
    Value content = v.op == Op.PUT_FIELD ? v.args[1] : v;
    if (!content.isRef()) return;
    if (f.owner.equals(STACK)) Region.unify(of(content), of(v.args[0]).field(f.name));
    else markForeign(content);
  }

  private void call(Value v) {
    if (v.isMath()) return;
    if (grows(v)) {
      same(v, v.args[0]);
      return;
    }
    if (zeros(v)) return;
    Effects e = Reads.harmless(v.call()) ? null : callees.effects(v);
    if (e != null) apply(v, e);
    else if (!Reads.harmless(v.call())) unknown(v);
    if (e == null) markForeign(v);
  }

  /** Code nobody reads may write whatever it is given. */
  private void unknown(Value v) {
    for (Value a : v.args) {
      if (!a.isRef() || depth(a.type) == 0) continue;
      Region r = of(a);
      for (int d = depth(a.type); d > 0; d--) {
        r.written = true;
        r.opaque = true;
        r.shared = true;
        r = r.element();
      }
    }
  }

  private void apply(Value v, Effects e) {
    Map<Integer, Region> byClass = new HashMap<>();
    for (int i = 0; i < e.regions().size(); i++) {
      Value place = i < v.args.length ? v.args[i] : result(v, i - v.args.length);
      if (place == null || !place.isRef()) continue;
      Region r = of(place);
      for (int c : e.regions().get(i)) {
        r.shared = true;
        r.written |= e.written()[c];
        r.foreign |= e.foreign()[c];
        r.opaque |= e.foreign()[c];
        Region other = byClass.putIfAbsent(c, r);
        if (other != null) Region.unify(other, r);
        r = r.element();
      }
    }
  }

  /** The value that holds one of a call's results, or null when nobody uses it. */
  private static @Nullable Value result(Value call, int index) {
    if (call.kind != org.jacobean.autodiff.lift.Kind.VOID) return call;
    for (Value u : call.users)
      if (u.op == Op.RESULT && Integer.valueOf(index).equals(u.detail)) return u;
    return null;
  }

  /** A method that is not differentiated writes these arrays, and nothing can take that back. */
  void hide(Value call) {
    for (Value a : call.args) {
      Region r = of(a);
      for (int d = a.isRef() ? depth(a.type) : 0; d > 0; d--) {
        r.opaque |= r.written;
        r = r.element();
      }
    }
  }

  /** The summary for callers. */
  Effects effects() {
    List<Region> classes = new ArrayList<>();
    List<int[]> numbers = new ArrayList<>();
    for (Value p : program.params) numbers.add(classes(p, classes));
    Value[] results = program.results();
    for (Value r : results) numbers.add(classes(r, classes));
    boolean[] written = new boolean[classes.size()];
    boolean[] foreign = new boolean[classes.size()];
    for (int i = 0; i < written.length; i++) {
      written[i] = classes.get(i).written;
      foreign[i] = classes.get(i).foreign;
    }
    return new Effects(numbers, written, foreign);
  }

  private int[] classes(Value v, List<Region> all) {
    int[] n = new int[v.isRef() ? depth(v.type) : 0];
    Region r = of(v);
    for (int d = 0; d < n.length; d++) {
      if (!all.contains(r)) all.add(r);
      n[d] = all.indexOf(r);
      r = r.element();
    }
    return n;
  }

  /** Whether it is the value stack of generated code, whose numbers carry derivatives. */
  public static boolean isStack(Value v) {
    return ("L" + STACK + ";").equals(v.type);
  }

  /** Whether a call of generated code makes a shadow: a new array of zeros. */
  public static boolean zeros(Value v) {
    return v.op == Op.CALL
        && v.call().is("org/jacobean/autodiff/runtime/Memory", "shadow")
        && v.args[0].isConst();
  }

  /** Whether a call makes an array of the value stack larger. */
  public static boolean grows(Value v) {
    return v.op == Op.CALL && v.call().is(STACK, "grow");
  }

  /** How many dimensions an array type has. */
  static int depth(@Nullable String type) {
    return type == null ? 0 : type.lastIndexOf('[') + 1;
  }

  public boolean written(Value array) {
    return of(array).written;
  }

  /**
   * Whether only code that is differentiated writes it, so that a sweep backwards can restore it.
   */
  public boolean restorable(Value array) {
    return !of(array).opaque;
  }

  public boolean shared(Value array) {
    return of(array).shared;
  }

  public boolean foreign(Value array) {
    return of(array).foreign;
  }

  public boolean sameRegion(Value a, Value b) {
    return of(a) == of(b);
  }

  /** Whether a parameter's arrays, at any depth, are written. */
  public boolean writtenBelow(Value array) {
    Region r = of(array);
    for (int d = depth(array.type); d > 0; d--) {
      if (r.written) return true;
      r = r.element();
    }
    return false;
  }

  /** Whether an array, or rows in it at any depth, may be another array or hold it. */
  boolean overlap(Value array, Value other) {
    return within(array, of(other)) || within(other, of(array));
  }

  private boolean within(Value array, Region wanted) {
    Region r = of(array);
    for (int d = depth(array.type); d > 0; d--) {
      if (r == wanted) return true;
      r = r.element();
    }
    return false;
  }

  /** Whether a region is reachable from a parameter: its owner may look at it later. */
  public boolean fromParameter(Value array) {
    Region wanted = of(array);
    for (Value p : program.params) {
      if (!p.isRef()) continue;
      Region r = of(p);
      for (int d = depth(p.type); d > 0; d--) {
        if (r == wanted) return true;
        r = r.element();
      }
    }
    return false;
  }
}
