package org.jacobean.autodiff.value;

import java.util.function.DoubleBinaryOperator;

/** The smallest library of values: vectors, where a single number goes with any length. */
public final class Vec extends Active<Vec> {
  private final double[] x;

  public Vec(double... x) {
    this.x = x.clone();
  }

  private static Vec each(Vec a, Vec b, DoubleBinaryOperator f) {
    double[] r = new double[Math.max(a.x.length, b.x.length)];
    for (int i = 0; i < r.length; i++)
      r[i] = f.applyAsDouble(a.x[a.x.length == 1 ? 0 : i], b.x[b.x.length == 1 ? 0 : i]);
    return new Vec(r);
  }

  /** Sums up if this is the adjoint of a single number that was stretched. */
  private Vec like(Vec a) {
    return a.x.length == x.length ? this : sum();
  }

  private Vec stretched(Vec a) {
    return a.x.length == x.length ? this : plus(a.filled(0));
  }

  public Vec plus(Vec b) {
    Vec r = each(this, b, Double::sum);
    return r.made(
        "plus",
        partial(this, t -> t.stretched(r), g -> g.like(this)),
        partial(b, t -> t.stretched(r), g -> g.like(b)));
  }

  public Vec times(Vec b) {
    return each(this, b, (p, q) -> p * q)
        .made(
            "times",
            partial(this, t -> t.times(b), g -> g.times(b).like(this)),
            partial(b, t -> t.times(this), g -> g.times(this).like(b)));
  }

  public Vec times(double c) {
    return times(number(c));
  }

  public Vec sin() {
    return each(this, this, (p, q) -> Math.sin(p)).made("sin", partial(this, t -> t.times(cos())));
  }

  public Vec cos() {
    return each(this, this, (p, q) -> Math.cos(p))
        .made("cos", partial(this, t -> t.times(sin()).times(-1)));
  }

  public Vec sum() {
    double s = 0;
    for (double v : x) s += v;
    return new Vec(s).made("sum", partial(this, Vec::sum, g -> g.times(new Vec(x).filled(1))));
  }

  public double get(int i) {
    Vec one = filled(0);
    one.x[i] = 1;
    return times(one).sum().item();
  }

  public double[] toArray() {
    return x.clone();
  }

  @Override
  protected Vec sum(Vec other) {
    return plus(other);
  }

  @Override
  protected Vec alias() {
    return new Vec(x);
  }

  @Override
  protected double toNumber() {
    return x[0];
  }

  @Override
  protected Vec filled(double v) {
    double[] r = new double[x.length];
    java.util.Arrays.fill(r, v);
    return new Vec(r);
  }

  @Override
  protected Vec single(double v) {
    return new Vec(v);
  }
}
