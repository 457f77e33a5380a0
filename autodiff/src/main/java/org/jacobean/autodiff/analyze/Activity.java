package org.jacobean.autodiff.analyze;

import java.util.HashSet;
import java.util.Set;
import org.jacobean.autodiff.error.NotDifferentiable;
import org.jacobean.autodiff.error.SourceName;
import org.jacobean.autodiff.lift.Block;
import org.jacobean.autodiff.lift.Op;
import org.jacobean.autodiff.lift.Program;
import org.jacobean.autodiff.lift.Value;
import org.jacobean.autodiff.lift.World;
import org.jacobean.autodiff.rule.Rule;

/** Which values depend on the variables and matter for the result: only those need derivatives. */
public final class Activity {
  private final Program program;
  private final Aliases aliases;
  private final Callees callees;
  private final Set<Value> varied = new HashSet<>();
  private final Set<Value> useful = new HashSet<>();

  /** Objects that hold active values: good only as long as they can be taken apart. */
  private final Set<Value> holders = new HashSet<>();

  private boolean changed;

  /**
   * @param params which parameters carry derivatives; of arrays, their elements
   */
  public Activity(Program program, Aliases aliases, Callees callees, boolean[] params) {
    this.program = program;
    this.aliases = aliases;
    this.callees = callees;
    callees.crossings().mark(program);
    for (int i = 0; i < params.length; i++) if (params[i]) start(program.params.get(i));
    do {
      changed = false;
      for (Block b : program.blocks) {
        b.phis.forEach(this::forward);
        b.body.forEach(this::forward);
      }
    } while (changed);
    program.forEach(
        v -> {
          if (v.op == Op.CALL && !v.isMath() && !activeCall(v)) aliases.hide(v);
        });
    for (Value r : program.results()) if (r.kind.real()) useful.add(r);
    do {
      changed = false;
      for (Block b : program.blocks) {
        b.phis.forEach(this::backward);
        b.body.forEach(this::backward);
      }
    } while (changed);
  }

  private void start(Value p) {
    if (p.kind.real()) varied.add(p);
    else if (p.isRef()) activate(aliases.of(p), Aliases.depth(p.type));
    if (Aliases.isStack(p)) startStack(aliases.of(p));
  }

  private static void startStack(Region stack) {
    for (String f : new String[] {"d", "ret"}) stack.field(f).active = true;
    for (String f : new String[] {"o", "oret"}) activate(stack.field(f), 2);
  }

  private static void activate(Region r, int depth) {
    Region x = r;
    for (int d = 0; d < depth; d++) {
      x.active = true;
      x = x.element();
    }
  }

  private void forward(Value v) {
    switch (v.op) {
      case PHI -> {
        if (v.kind.real() && anyVaried(v)) vary(v);
        hold(v);
      }
      case CHECK_CAST -> hold(v);
      case CONSTRUCT, DYNAMIC -> {
        if (feedsActive(v)) changed |= holders.add(v);
      }
      case LOAD -> {
        if (v.kind.real() && aliases.of(v.args[0]).active) vary(v);
        if (v.isRef()) inherit(v);
      }
      case STORE -> {
        if (v.args[2].kind.real() && varied.contains(v.args[2])) mark(aliases.of(v.args[0]));
        if (v.args[2].isRef()) inherit(v.args[2], v.args[0]);
      }
      case RESULT -> {
        if (v.kind.real()) vary(v);
        if (v.isRef() && Reals.array(v.type)) spreadResult(v);
      }
      case CALL -> {
        if (Crossings.out(v)) vary(v);
        else if (activeCall(v)) spread(v);
        else if (v.isMath() && v.kind.real() && anyVaried(v)) math(v);
      }
      default -> {
        if (Reals.rule(v) != null && anyVaried(v)) vary(v);
      }
    }
  }

  private void math(Value v) {
    Rule r = Reals.rule(v);
    if (r == null) {
      if (v.call().name().equals("random")) return;
      throw World.refuse(program, v);
    }
    if (!r.flat()) vary(v);
  }

  /** An outer array is active when its rows are, so that it has a shadow to find theirs in. */
  private void inherit(Value row, Value outer) {
    if (aliases.of(row).active) mark(aliases.of(outer));
  }

  private void inherit(Value load) {
    inherit(load, load.args[0]);
  }

  /** A call with an active argument may make its result and the arrays it writes active. */
  private void spread(Value v) {
    if (v.kind.real()) vary(v);
    boolean object = v.isRef() && !Reals.array(v.type);
    if (object && !callees.crossings().valueType(v.type)) changed |= holders.add(v);
    for (Value a : v.args) spreadArray(a);
    if (v.isRef() && Reals.array(v.type)) spreadResult(v);
  }

  private void spreadArray(Value a) {
    if (!a.isRef() || !Reals.array(a.type)) return;
    Region r = aliases.of(a);
    boolean any = false;
    for (int d = Aliases.depth(a.type); d > 0; d--) {
      any |= r.active || r.written;
      r = r.element();
    }
    if (any) markAll(a);
  }

  private void spreadResult(Value v) {
    markAll(v);
  }

  private void markAll(Value a) {
    Region r = aliases.of(a);
    for (int d = Aliases.depth(a.type); d > 0; d--) {
      mark(r);
      r = r.element();
    }
  }

  private void mark(Region r) {
    changed |= !r.active;
    r.active = true;
  }

  private void vary(Value v) {
    changed |= varied.add(v);
  }

  private boolean anyVaried(Value v) {
    for (Value a : v.args) if (varied.contains(a)) return true;
    return false;
  }

  /** Whether a call of a method (not of Math) sees anything active. */
  public boolean activeCall(Value v) {
    if (v.op != Op.CALL
        || v.isMath()
        || Constants.stops(v.call())
        || Aliases.grows(v)
        || Aliases.zeros(v)) return false;
    if (Crossings.out(v) || Crossings.in(v)) return false;
    for (Value a : v.args) if (Aliases.isStack(a)) return true;
    for (Value a : v.args)
      if (varied.contains(a)
          || holders.contains(a)
          || a.isRef() && (activeArray(a) || hasActiveRow(a))) return true;
    return callees.crossings().leads(v);
  }

  private boolean hasActiveRow(Value a) {
    Region row = aliases.of(a).elementIfAny();
    return row != null && row.active && Reals.array(a.type);
  }

  private void backward(Value v) {
    boolean passes =
        switch (v.op) {
          case PHI -> useful.contains(v);
          case STORE -> aliases.of(v.args[0]).active;
          case CALL -> v.isMath() ? useful.contains(v) : Crossings.in(v) || activeCall(v);
          default -> useful.contains(v);
        };
    if (passes) for (Value a : v.args) if (a.kind.real()) changed |= useful.add(a);
  }

  private void hold(Value v) {
    for (Value a : v.args) if (holders.contains(a)) changed |= holders.add(v);
  }

  private boolean feedsActive(Value v) {
    for (Value a : v.args)
      if (varied.contains(a) || holders.contains(a) || a.isRef() && activeArray(a)) return true;
    return false;
  }

  /** Whether an object is known to hold active values, or is a lambda. */
  boolean holdsActive(Value v) {
    return holders.contains(v) || v.op == Op.DYNAMIC;
  }

  /** Refuses active values that go into objects and fields, where nothing follows them. */
  void refuseEscapes() {
    for (Block b : program.blocks) {
      if (b.end().op == Op.THROW) continue;
      for (Value v : b.body) refuseEscape(v);
    }
  }

  private void refuseEscape(Value v) {
    boolean field = (v.op == Op.PUT_FIELD || v.op == Op.PUT_STATIC) && feedsActive(v);
    if (field && !(v.op == Op.PUT_FIELD && Aliases.isStack(v.args[0])))
      throw refuse(
          v,
          "A store into a field",
          "an active value leaves the function's own variables",
          "keep it in a local variable or an array");
    if (v.op == Op.CONSTRUCT && holders.contains(v))
      throw refuse(
          v,
          "`new " + SourceName.type(v.call().owner()) + "(…)`",
          "an object that holds active values cannot be taken apart here",
          "use a plain record, an array or local variables");
    if (v.op == Op.DYNAMIC && holders.contains(v))
      throw refuse(
          v,
          "A lambda or a text made of active values",
          "it is handed to code that is not differentiated",
          "keep the number itself");
  }

  /** Whether a number carries a derivative that matters. */
  public boolean active(Value v) {
    return varied.contains(v) && useful.contains(v);
  }

  public boolean varied(Value v) {
    return varied.contains(v);
  }

  /** Whether an array of doubles or floats has a shadow. */
  public boolean activeArray(Value v) {
    return v.isRef() && aliases.of(v).active && !callees.crossings().valueType(v.type);
  }

  public Aliases aliases() {
    return aliases;
  }

  public Callees callees() {
    return callees;
  }

  /** The refusal of an active value that goes where no derivative can follow. */
  public NotDifferentiable refuse(Value v, String what, String why, String remedy) {
    return new NotDifferentiable(what, program.source(), v.line, why, remedy);
  }
}
