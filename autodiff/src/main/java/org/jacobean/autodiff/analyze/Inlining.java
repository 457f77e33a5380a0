package org.jacobean.autodiff.analyze;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jacobean.autodiff.lift.Block;
import org.jacobean.autodiff.lift.Graph;
import org.jacobean.autodiff.lift.Inliner;
import org.jacobean.autodiff.lift.Invocation;
import org.jacobean.autodiff.lift.Op;
import org.jacobean.autodiff.lift.Outline;
import org.jacobean.autodiff.lift.Program;
import org.jacobean.autodiff.lift.Value;

/** Puts small active calls in place until none is left, and analyses what came of it. */
public final class Inlining {
  /** A called program of at most so many operations is put in place. */
  private static final int SMALL = 80;

  /** A program does not grow past so many operations this way. */
  private static final int LIMIT = 3000;

  private final Program program;
  private final Callees callees;
  private final boolean[] params;
  private final int limit;
  private final Map<Value, Set<String>> within = new HashMap<>();

  private final int[][] layout;

  private Inlining(Program program, Callees callees, boolean[] params, int[][] layout, int limit) {
    this.limit = limit;
    this.layout = layout;
    this.program = program;
    this.callees = callees;
    this.params = params;
  }

  /**
   * Analyses a program whose small active calls are put in place first, and which is cut into
   * pieces of at most so many operations then.
   *
   * @param params which parameters carry derivatives
   * @param layout which of their arrays may be one ({@link Aliases#layout}); empty where none are
   */
  public static Activity run(
      Program program, Callees callees, boolean[] params, int[][] layout, int limit) {
    return new Inlining(program, callees, params, layout, limit).run(false);
  }

  /** The same for a whole function, whose loops are cut out where their rounds are separate. */
  public static Activity whole(Program program, Callees callees, boolean[] params, int limit) {
    return new Inlining(program, callees, params, new int[0][], limit).run(true);
  }

  private Activity run(boolean whole) {
    if (Dissolving.run(program, callees.records())) Inliner.settle(program);
    Activity activity = analyse();
    while (round(activity)) {
      Inliner.settle(program);
      if (Dissolving.run(program, callees.records())) Inliner.settle(program);
      activity = analyse();
    }
    Graph.join(program);
    Inliner.settle(program);
    if (Sharing.run(program, new Aliases(program, callees, layout))) Inliner.settle(program);
    activity = analyse();
    Set<Value> fixed = Set.of();
    if (whole) {
      while (SeparateRounds.cutOne(program, activity)) activity = analyse();
      activity = analyse();
      fixed = ways(activity);
    }
    if (Outline.cut(program, limit, fixed)) activity = analyse();
    activity.refuseEscapes();
    return activity;
  }

  /** What must stay in this program, because adjoints are worked out ahead with it. */
  private Set<Value> ways(Activity activity) {
    LinearPath path = new LinearPath(program, activity);
    Set<Value> all = new HashSet<>();
    program.forEach(
        x -> {
          boolean sum = x.callsRounds() || x.op == Op.RESULT && x.args[0].callsRounds();
          List<LinearPath.Step> steps = sum ? path.from(x, null) : null;
          if (steps != null)
            for (LinearPath.Step s : steps) {
              all.add(s.op());
              if (s.factor() != null) add(s.factor(), all);
            }
        });
    return all;
  }

  private static void add(Value v, Set<Value> all) {
    if (all.add(v)) for (Value a : v.args) add(a, all);
  }

  private Activity analyse() {
    callees.mark(program);
    return new Activity(program, new Aliases(program, callees, layout), callees, params);
  }

  private boolean round(Activity activity) {
    List<Value> calls = new ArrayList<>();
    for (Block b : program.blocks) for (Value v : b.body) if (activity.activeCall(v)) calls.add(v);
    boolean any = false;
    for (Value call : calls) any |= program.size() < LIMIT && inline(call, activity);
    return any;
  }

  private boolean inline(Value call, Activity activity) {
    Invocation c = call.call();
    String key = c.owner() + "." + c.name() + c.descriptor();
    Set<String> around = within.getOrDefault(call, Set.of());
    if (c.body() != null || around.contains(key)) return false;
    Program callee = callees.program(call);
    boolean must =
        List.of(call.args).stream().anyMatch(a -> a.op == Op.DYNAMIC || a.op == Op.CONSTRUCT);
    if (callee == null || callee.size() > SMALL && !must || callsItself(callee, c)) return false;
    Set<String> inner = new HashSet<>(around);
    inner.add(key);
    for (Block b : callee.blocks) for (Value v : b.body) if (v.op == Op.CALL) within.put(v, inner);
    Inliner.inline(program, call, callee);
    return true;
  }

  private static boolean callsItself(Program p, Invocation c) {
    for (Block b : p.blocks)
      for (Value v : b.body)
        if (v.op == Op.CALL
            && v.call().is(c.owner(), c.name())
            && v.call().descriptor().equals(c.descriptor())) return true;
    return false;
  }
}
