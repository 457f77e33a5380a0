package org.jacobean.tensor.layer;

import org.jacobean.tensor.Tensor;

/**
 * Self-attention of several heads over sequences [batch, time, width].
 *
 * @param in queries, keys and values side by side: width to 3·width
 * @param out from the heads' results to the output
 * @param causal whether a time sees only itself and those before
 */
public record Attention(Dense in, Dense out, int heads, boolean causal) {
  public static Attention glorot(long seed, int width, int heads, boolean causal) {
    return new Attention(
        Dense.glorot(seed, width, 3 * width), Dense.glorot(seed + 1, width, width), heads, causal);
  }

  public Tensor of(Tensor x) {
    int batch = x.size(0);
    int times = x.size(1);
    int width = x.size(2);
    Tensor all = in.of(x).reshape(batch, times, 3, heads, width / heads).permute(2, 0, 3, 1, 4);
    Tensor scores = all.at(0).matmul(all.at(1).t()).mul(1 / Math.sqrt((double) width / heads));
    if (causal) scores = scores.add(future(times).to(x.type()));
    Tensor seen = scores.softmax(-1).matmul(all.at(2));
    return out.of(seen.permute(0, 2, 1, 3).reshape(batch, times, width));
  }

  /** Far below zero where a time would look ahead. */
  private static Tensor future(int times) {
    double[][] m = new double[times][times];
    for (int i = 0; i < times; i++) for (int j = i + 1; j < times; j++) m[i][j] = -1e9;
    return Tensor.of(m);
  }
}
