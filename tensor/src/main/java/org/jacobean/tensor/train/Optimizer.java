package org.jacobean.tensor.train;

import java.util.ArrayList;
import java.util.List;
import org.jacobean.tensor.Tensor;

/** Turns gradients into better parameters, step by step; keeps what it needs to remember. */
public abstract class Optimizer {
  private final Schedule rate;
  private final List<Tensor[]> memory = new ArrayList<>();
  private int steps;

  Optimizer(Schedule rate) {
    this.rate = rate;
  }

  /** Changes the parameters in place, along their gradient. */
  public final void step(Object parameters, Object gradient) {
    List<Tensor> p = Parameters.of(parameters);
    List<Tensor> g = Parameters.of(gradient);
    if (memory.isEmpty()) for (Tensor t : p) memory.add(zeros(t));
    if (p.size() != g.size() || p.size() != memory.size())
      throw new IllegalArgumentException(
          "A step changes "
              + memory.size()
              + " tensors, and got "
              + p.size()
              + " parameters with "
              + g.size()
              + " gradients: use an optimiser for each network");
    double r = rate.at(steps++);
    for (int i = 0; i < p.size(); i++) update(p.get(i), g.get(i), memory.get(i), r, steps);
  }

  private Tensor[] zeros(Tensor like) {
    Tensor[] m = new Tensor[memories()];
    for (int i = 0; i < m.length; i++) m[i] = Tensor.zeros(like.shape()).to(like.type()).keep();
    return m;
  }

  /** Steps made so far. */
  public int steps() {
    return steps;
  }

  /** How many tensors of the parameter's shape it remembers for each. */
  abstract int memories();

  abstract void update(Tensor p, Tensor g, Tensor[] memory, double rate, int step);
}
