package org.jacobean.autodiff.lift;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that turned out to be other values. */
public final class Replacements {
  private final Program program;
  private final Map<Value, Value> map = new HashMap<>();

  public Replacements(Program program) {
    this.program = program;
  }

  public void put(Value old, Value now) {
    map.put(old, now);
  }

  /** The object a constructor ran on is the constructor's value, by whatever phis it came there. */
  void settleConstructors() {
    for (Map.Entry<Value, Value> e : Map.copyOf(map).entrySet()) {
      Value raw = e.getKey();
      while (raw.op == Op.PHI) raw = raw.args[0];
      put(raw, e.getValue());
    }
  }

  public Value resolve(Value v) {
    Value r = v;
    for (Value n = map.get(r); n != null; n = map.get(r)) r = n;
    return r;
  }

  /** A phi of one value and itself is that value; then every use is mended. */
  public void removeTrivialPhis() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Block b : program.blocks)
        for (Iterator<Value> it = b.phis.iterator(); it.hasNext(); ) {
          Value phi = it.next();
          Value only = onlyOperand(phi);
          if (only == null) continue;
          if (only.name == null && only.op != Op.CONST) only.name = phi.name;
          put(phi, only);
          it.remove();
          changed = true;
        }
    }
    apply();
  }

  private @Nullable Value onlyOperand(Value phi) {
    Value only = null;
    for (Value a : phi.args) {
      Value x = resolve(a);
      if (x == phi || x == only) continue;
      if (only != null) return null;
      only = x;
    }
    return only;
  }

  public void apply() {
    for (Block b : program.blocks) {
      b.phis.removeIf(map::containsKey);
      b.phis.forEach(this::mend);
      b.body.removeIf(map::containsKey);
      b.body.forEach(this::mend);
      if (b.ended()) mend(b.end());
    }
  }

  private void mend(Value v) {
    for (int i = 0; i < v.args.length; i++) v.args[i] = resolve(v.args[i]);
  }
}
