package org.jacobean.autodiff.analyze;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jacobean.autodiff.lift.Block;
import org.jacobean.autodiff.lift.Op;
import org.jacobean.autodiff.lift.Program;
import org.jacobean.autodiff.lift.Replacements;
import org.jacobean.autodiff.lift.Value;

/**
 * Computes once what a block computes twice: an element read again gives one value, whose adjoint
 * is gathered in a register and written to memory once.
 */
final class Sharing {
  private final Aliases aliases;
  private final Replacements replaced;
  private final Map<List<Object>, Value> known = new HashMap<>();
  private boolean any;

  private Sharing(Program program, Aliases aliases) {
    this.aliases = aliases;
    replaced = new Replacements(program);
  }

  /** Tells whether anything was shared; then the program must be settled again. */
  static boolean run(Program program, Aliases aliases) {
    Sharing s = new Sharing(program, aliases);
    for (Block b : program.blocks) s.block(b);
    if (s.any) s.replaced.apply();
    return s.any;
  }

  private void block(Block b) {
    known.clear();
    for (Value v : b.body) {
      forget(v);
      if (!repeatable(v)) continue;
      Value first = known.putIfAbsent(key(v), v);
      if (first == null) continue;
      if (first.name == null) first.name = v.name;
      if (first.type == null) first.type = v.type;
      replaced.put(v, first);
      any = true;
    }
  }

  private static boolean repeatable(Value v) {
    return switch (v.op) {
      case CAST, COMPARE, LENGTH, LOAD -> true;
      case CALL -> v.isMath() && !v.call().name().equals("random");
      default -> v.op.arithmetic();
    };
  }

  /** Operation and operands; constants are compared by what they are. */
  private List<Object> key(Value v) {
    List<Object> key = new ArrayList<>();
    key.add(v.op);
    key.add(v.op == Op.CALL ? v.call().name() + v.call().descriptor() : v.opcode);
    for (Value a : v.args) key.add(a.isConst() ? constant(a) : replaced.resolve(a));
    return key;
  }

  private static Object constant(Value c) {
    return Arrays.asList(c.kind, Objects.requireNonNullElse(c.detail, "null"));
  }

  /** What is written may read otherwise from here on. */
  private void forget(Value v) {
    if (v.op == Op.STORE)
      known.values().removeIf(w -> w.op == Op.LOAD && aliases.sameRegion(w.args[0], v.args[0]));
    else if (v.op == Op.CALL && !v.isMath()
        || v.op == Op.CONSTRUCT
        || v.op == Op.DYNAMIC
        || v.op == Op.PUT_FIELD
        || v.op == Op.PUT_STATIC) known.values().removeIf(w -> w.op == Op.LOAD);
  }
}
