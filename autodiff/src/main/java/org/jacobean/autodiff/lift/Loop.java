package org.jacobean.autodiff.lift;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A natural loop with one way in (its preheader) and one way round (its latch). */
public final class Loop {
  public final Block header;
  public final Block latch;
  public final Block preheader;
  public final Set<Block> blocks = new LinkedHashSet<>();
  public @Nullable Loop parent;

  /** Header values that grow by a constant each round, so that a sweep backwards can undo them. */
  public final List<Value> inductions = new ArrayList<>();

  private @Nullable Value counter;

  Loop(Block header, Block latch, Block preheader) {
    this.header = header;
    this.latch = latch;
    this.preheader = preheader;
  }

  /** The induction that tells a sweep backwards when it has come to the first round. */
  @SuppressWarnings("NullAway")
  public Value counter() {
    return counter;
  }

  boolean counted() {
    return counter != null;
  }

  void counter(Value v) {
    counter = v;
  }

  public int latchIndex() {
    return header.preds.indexOf(latch);
  }

  public int entryIndex() {
    return header.preds.indexOf(preheader);
  }

  /** What an induction grows by each round. */
  @SuppressWarnings("NullAway")
  public int step(Value induction) {
    return (Integer) induction.args[latchIndex()].args[1].detail;
  }
}
