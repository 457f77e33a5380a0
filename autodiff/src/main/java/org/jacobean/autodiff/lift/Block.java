package org.jacobean.autodiff.lift;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values computed one after another, with one way in at the top and a terminator at the end. */
public final class Block {
  public final List<Value> phis = new ArrayList<>();
  public List<Value> body = new ArrayList<>();
  public final List<Block> preds = new ArrayList<>();
  public final List<Block> succs = new ArrayList<>();

  /** Innermost loop around it. */
  public @Nullable Loop loop;

  int order = -1;
  @Nullable Block dominator;
  private @Nullable Value end;

  /** The terminator; asked only of a finished program. */
  @SuppressWarnings("NullAway")
  public Value end() {
    return end;
  }

  public boolean ended() {
    return end != null;
  }

  public void end(Value terminator) {
    end = terminator;
    terminator.place(this);
  }

  public Value add(Value v) {
    v.place(this);
    body.add(v);
    return v;
  }

  public Value addPhi(Value v) {
    v.place(this);
    phis.add(v);
    return v;
  }

  /** Position in reverse post-order. */
  public int order() {
    return order;
  }

  public boolean isHeader() {
    return loop != null && loop.header == this;
  }

  public int depth() {
    int d = 0;
    for (Loop l = loop; l != null; l = l.parent) d++;
    return d;
  }

  @Override
  public String toString() {
    return "B" + order;
  }
}
