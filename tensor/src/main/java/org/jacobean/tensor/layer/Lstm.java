package org.jacobean.tensor.layer;

import org.jacobean.tensor.Tensor;

/**
 * Long short-term memory over sequences [batch, time, in]; the gates in, forget, cell and out lie
 * side by side, in PyTorch's order.
 *
 * @param wx weights of the inputs [in, 4·hidden]
 * @param wh weights of the state before [hidden, 4·hidden]
 * @param b one number a gate
 */
public record Lstm(Tensor wx, Tensor wh, Tensor b) {
  public static Lstm uniform(long seed, int in, int hidden) {
    double bound = 1 / Math.sqrt(hidden);
    return new Lstm(
        Initial.uniform(seed, bound, in, 4 * hidden),
        Initial.uniform(seed + 1, bound, hidden, 4 * hidden),
        Initial.uniform(seed + 2, bound, 4 * hidden));
  }

  /** The hidden states of all times [batch, time, hidden], from zero states. */
  public Tensor of(Tensor x) {
    int n = wh.size(0);
    int times = x.size(1);
    Tensor gates = x.matmul(wx).add(b);
    Tensor h = Tensor.zeros(x.size(0), n).to(x.type());
    Tensor c = h;
    Tensor[] all = new Tensor[times];
    for (int t = 0; t < times; t++) {
      Tensor g = gates.slice(1, t, t + 1).reshape(-1, 4 * n).add(h.matmul(wh));
      Tensor in = g.slice(1, 0, n).sigmoid();
      Tensor forget = g.slice(1, n, 2 * n).sigmoid();
      Tensor cell = g.slice(1, 2 * n, 3 * n).tanh();
      Tensor out = g.slice(1, 3 * n, 4 * n).sigmoid();
      c = forget.mul(c).add(in.mul(cell));
      h = out.mul(c.tanh());
      all[t] = h;
    }
    return Tensor.stack(1, all);
  }
}
