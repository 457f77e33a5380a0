package org.jacobean.autodiff.reverse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jacobean.autodiff.analyze.Activity;
import org.jacobean.autodiff.analyze.Aliases;
import org.jacobean.autodiff.analyze.Crossings;
import org.jacobean.autodiff.analyze.Partial;
import org.jacobean.autodiff.analyze.Reals;
import org.jacobean.autodiff.error.NotDifferentiable;
import org.jacobean.autodiff.lift.Block;
import org.jacobean.autodiff.lift.Kind;
import org.jacobean.autodiff.lift.Loop;
import org.jacobean.autodiff.lift.Op;
import org.jacobean.autodiff.lift.Program;
import org.jacobean.autodiff.lift.Value;

/**
 * Where the sweep backwards gets each value it needs: from the local it still lies in, by computing
 * it again, or from the value stack; and which stores keep the element they overwrite.
 */
final class Plan {
  enum Mode {
    /** Outside loops, or undone round by round: the local still holds it. */
    KEPT,
    RECOMPUTED,
    STACKED
  }

  final Program program;
  final Activity activity;
  final Shadows shadows;
  final HeldAdjoints held;
  final Endings endings;
  final Partial partial;
  private final Aliases aliases;
  private final boolean joint;
  private final Map<Value, Mode> modes = new HashMap<>();
  private final Map<Value, Set<Value>> needs = new LinkedHashMap<>();
  private final Map<Value, Integer> position = new HashMap<>();
  private final Set<Value> contentNeeded = new HashSet<>();
  private final Storage storage;

  /** Values with a local that lives through both sweeps. */
  final Set<Value> kept = new LinkedHashSet<>();

  final Set<Value> stacked = new LinkedHashSet<>();

  /** Pushed at the end of their block, popped when the block is run backwards. */
  final Map<Block, List<Value>> fresh = new HashMap<>();

  /**
   * Used only after the loop whose header makes it: what the last run left is pushed at its start.
   */
  final Map<Loop, List<Value>> last = new HashMap<>();

  /** Used in other blocks too: what the local held before is pushed when the block begins. */
  final Map<Block, List<Value>> previous = new HashMap<>();

  Plan(Program program, Activity activity, boolean joint) {
    this.program = program;
    this.activity = activity;
    this.joint = joint;
    aliases = activity.aliases();
    if (program.irreducible)
      throw new NotDifferentiable(
          "A jump into a loop",
          program.source(),
          0,
          "only loops with one way in can be run backwards",
          "write it as for, while or do");
    shadows = new Shadows(program, activity);
    held = new HeldAdjoints(program, activity);
    endings = new Endings(program);
    partial = new Partial(activity);
    for (Block b : program.blocks) number(b);
    storage = new Storage(this, position);
    int before;
    do {
      before = contentNeeded.size();
      findNeeds();
    } while (contentNeeded.size() != before);
    needs.forEach(this::place);
  }

  private void number(Block b) {
    int i = 0;
    for (Value p : b.phis) position.put(p, -1);
    for (Value v : b.body) position.put(v, i++);
    position.put(b.end(), i);
  }

  boolean active(Value v) {
    return activity.active(v);
  }

  Mode mode(Value v) {
    return modes.getOrDefault(v, Mode.KEPT);
  }

  List<Value> fresh(Block b) {
    return fresh.getOrDefault(b, List.of());
  }

  List<Value> previous(Block b) {
    return previous.getOrDefault(b, List.of());
  }

  private void place(Value v, Set<Value> users) {
    if (v.isConst()) return;
    if (mode(v) == Mode.KEPT) {
      kept.add(v);
    } else if (mode(v) == Mode.STACKED) {
      Loop l = v.block().loop;
      if (v.op == Op.PHI && l != null && l.header == v.block() && afterwards(v, l, users)) {
        kept.add(v);
        last.computeIfAbsent(l, q -> new ArrayList<>()).add(v);
        return;
      }
      stacked.add(v);
      boolean local = users.stream().allMatch(u -> u.block() == v.block());
      (local ? fresh : previous).computeIfAbsent(v.block(), q -> new ArrayList<>()).add(v);
      if (!local) kept.add(v);
    }
  }

  private static boolean afterwards(Value v, Loop l, Set<Value> users) {
    return users.stream().noneMatch(u -> l.blocks.contains(u.block()));
  }

  // ---- what is needed, and where

  private void findNeeds() {
    needs.clear();
    modes.clear();
    for (Block b : program.blocks) for (Value v : b.body) findNeeds(v);
    int before;
    do {
      before = needs.size();
      for (Loop l : program.loops) findNeeds(l);
    } while (needs.size() != before);
  }

  private void findNeeds(Loop l) {
    Value header = l.header.end();
    need(l.counter(), header);
    need(l.counter().args[l.entryIndex()], header);
    Endings.Ending e = endings.of(l);
    if (e == null) return;
    need(e.bound(), header);
    need(e.counter().args[l.entryIndex()], header);
    for (Value p : l.inductions)
      if (endings.known(l, p) && needs.containsKey(p)) need(p.args[l.entryIndex()], header);
  }

  private void findNeeds(Value v) {
    if (v.op == Op.LOAD && active(v)) {
      Loop l = held.loop(v);
      Value place = l == null ? v : l.header.end();
      need(shadows.get(v.args[0]), place);
      need(v.args[1], place);
    } else if (v.op == Op.STORE) {
      boolean saved = saves(v);
      boolean adjoint = shadows.active(v);
      if (saved) need(v.args[0], v);
      if (adjoint) need(shadows.get(v.args[0]), v);
      if (saved || adjoint) need(v.args[1], v);
    } else if (Crossings.out(v) && active(v)) {
      need(v.args[0], v);
    } else if (Crossings.in(v) && active(v.args[1])) {
      need(v, v);
    } else if (v.callsRounds()) {
      return; // run backwards together with the forward sweep
    } else if (activity.activeCall(v)) {
      for (Value a : v.args) {
        if (!a.kind.real()) need(a, v);
        Value s = shadows.of(a);
        if (s != null) need(s, v);
      }
    } else if (active(v)) {
      for (int i = 0; i < v.args.length; i++) if (active(v.args[i])) needPartial(v, i);
    }
  }

  private void needPartial(Value v, int index) {
    if (v.op == Op.PHI || Reals.rule(v) == null) return;
    for (int k = -1; k < v.args.length; k++) {
      int argument = k;
      if (partial.of(v, index).mentions(i -> i == argument)) need(k < 0 ? v : v.args[k], v);
    }
  }

  private void need(Value v, Value user) {
    if (v.isConst() || !needs.computeIfAbsent(v, q -> new LinkedHashSet<>()).add(user)) return;
    modes.putIfAbsent(v, decide(v));
    if (mode(v) == Mode.RECOMPUTED && !storage.unchangedUntil(v, user)) modes.put(v, Mode.STACKED);
    if (mode(v) != Mode.RECOMPUTED) return;
    if (v.op == Op.LOAD) needContent(v.args[0]);
    for (Value a : v.args) need(a, user);
  }

  private void needContent(Value array) {
    if (contentNeeded.stream().noneMatch(a -> aliases.sameRegion(a, array)))
      contentNeeded.add(array);
  }

  // ---- how it is had

  private Mode decide(Value v) {
    if (v.op == Op.PARAM || v.block().loop == null || isInduction(v)) return Mode.KEPT;
    return switch (v.op) {
      case PHI, NEW_ARRAY, GET_FIELD, GET_STATIC, RESULT, CONSTRUCT, DYNAMIC -> Mode.STACKED;
      case CALL ->
          v.isMath()
                  && v.call().rule() == null
                  && v.call().name().equals("abs")
                  && leaves(v, 0) <= 1
              ? Mode.RECOMPUTED
              : Mode.STACKED;
      case ADD, SUB, MUL, NEG ->
          !v.kind.real() || leaves(v, 0) <= 1 ? Mode.RECOMPUTED : Mode.STACKED;
      case DIV, REM -> v.kind.real() ? Mode.STACKED : Mode.RECOMPUTED;
      default -> Mode.RECOMPUTED;
    };
  }

  boolean isInduction(Value v) {
    Loop l = v.block().loop;
    return v.op == Op.PHI && l != null && l.header == v.block() && l.inductions.contains(v);
  }

  /** How many values the stack must hold to compute this one again. */
  private int leaves(Value v, int depth) {
    if (v.isConst() || v.op == Op.PARAM || v.block().loop == null || isInduction(v)) return 0;
    if (modes.get(v) == Mode.STACKED && depth > 0) return 1;
    if (depth > 4) return 9;
    switch (v.op) {
      case LOAD, CAST -> {
        return v.op == Op.LOAD && !storage.readable(v) ? 1 : 0;
      }
      case ADD, SUB, MUL, NEG -> {
        int n = 0;
        for (Value a : v.args) n += leaves(a, depth + 1);
        return n;
      }
      case CALL -> {
        return depth == 0 ? leaves(v.args[0], depth + 1) : 1;
      }
      default -> {
        return 1;
      }
    }
  }

  /**
   * Whether a store first pushes the element it overwrites, for the sweep backwards to put back.
   */
  boolean saves(Value store) {
    if (store.op != Op.STORE) return false;
    Value a = store.args[0];
    if (storage.keptAtLoad(a) && store.args[2].kind != Kind.REF) return false;
    // the caller reads its gradient from the rows of the shadow it gave
    if (shadows.isShadow(store) && aliases.fromParameter(a)) return true;
    if (!aliases.restorable(a) && !shadows.isShadow(store)) return false;
    return contentNeeded.stream().anyMatch(c -> aliases.sameRegion(c, a))
        || aliases.shared(a)
        || !joint && aliases.fromParameter(a);
  }

  boolean joint() {
    return joint;
  }

  Set<Value> users(Value v) {
    return needs.getOrDefault(v, Set.of());
  }
}
