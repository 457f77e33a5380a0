package org.jacobean.tensor;

import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.jacobean.autodiff.value.Partial;

/** Operations number by number. The derivative of f is the map t ↦ f′(x)·t, its own transpose. */
final class Elementwise {
  private Elementwise() {}

  private static Tensor unary(Tensor x, String name, Blocks.Map f, Slope slope) {
    Tensor r = Blocks.map(x, f);
    UnaryOperator<Tensor> map = t -> t.mul(slope.at(r));
    return r.is(name, new Partial<>(x, map, map));
  }

  /** f′(x), from the result f(x) or from x itself. */
  private interface Slope {
    Tensor at(Tensor result);
  }

  private static Blocks.Map each(DoubleUnaryOperator f) {
    return (x, r, n) -> {
      for (int i = 0; i < n; i++) r[i] = f.applyAsDouble(x[i]);
    };
  }

  // ---- one number

  static Tensor neg(Tensor x) {
    Tensor r =
        Blocks.map(
            x,
            (a, b, n) -> {
              for (int i = 0; i < n; i++) b[i] = -a[i];
            });
    return r.is("neg", new Partial<>(x, Tensor::neg, Tensor::neg));
  }

  static Tensor exp(Tensor x) {
    return unary(x, "exp", each(Math::exp), r -> r);
  }

  static Tensor expm1(Tensor x) {
    return unary(x, "expm1", each(Math::expm1), r -> r.add(1));
  }

  static Tensor log(Tensor x) {
    return unary(x, "log", each(Math::log), r -> x.reciprocal());
  }

  static Tensor log1p(Tensor x) {
    return unary(x, "log1p", each(Math::log1p), r -> x.add(1).reciprocal());
  }

  static Tensor sqrt(Tensor x) {
    return unary(x, "sqrt", each(Math::sqrt), r -> r.mul(2).reciprocal());
  }

  static Tensor square(Tensor x) {
    return unary(
        x,
        "square",
        (a, b, n) -> {
          for (int i = 0; i < n; i++) b[i] = a[i] * a[i];
        },
        r -> x.mul(2));
  }

  static Tensor reciprocal(Tensor x) {
    return unary(x, "reciprocal", each(v -> 1 / v), r -> r.square().neg());
  }

  static Tensor abs(Tensor x) {
    return unary(x, "abs", each(Math::abs), r -> x.sign());
  }

  static Tensor sign(Tensor x) {
    return Blocks.map(x, each(Math::signum));
  }

  static Tensor sin(Tensor x) {
    return unary(x, "sin", each(Math::sin), r -> x.cos());
  }

  static Tensor cos(Tensor x) {
    return unary(x, "cos", each(Math::cos), r -> x.sin().neg());
  }

  static Tensor tanh(Tensor x) {
    Tensor r =
        Blocks.map(
            x,
            each(Math::tanh),
            (a, b, n) -> {
              for (int i = 0; i < n; i++) b[i] = shortTanh(a[i]);
            });
    UnaryOperator<Tensor> map = t -> bend(t, r);
    return r.is("tanh", new Partial<>(x, map, map));
  }

  /** To a float's precision, in a third of the time. */
  private static float shortTanh(float v) {
    if (Math.abs(v) < 1e-4f) return v;
    double e = Math.exp(2 * Math.min(Math.abs((double) v), 20));
    return (float) Math.copySign((e - 1) / (e + 1), v);
  }

  /** t·(1 − r²). */
  private static Tensor bend(Tensor t, Tensor r) {
    return Blocks.zip(
            t,
            r,
            (p, q, z, n) -> {
              for (int i = 0; i < n; i++) z[i] = p[i] * (1 - q[i] * q[i]);
            },
            (p, q, z, n) -> {
              for (int i = 0; i < n; i++) z[i] = p[i] * (1 - q[i] * q[i]);
            })
        .is("bend", scaled(t, u -> bend(u, r)), scaled(r, u -> u.mul(t).mul(r).mul(-2)));
  }

  static Tensor sigmoid(Tensor x) {
    Tensor r = Blocks.map(x, each(Elementwise::logistic));
    UnaryOperator<Tensor> map = t -> lean(t, r);
    return r.is("sigmoid", new Partial<>(x, map, map));
  }

  /** t·r·(1 − r). */
  private static Tensor lean(Tensor t, Tensor r) {
    return Blocks.zip(
            t,
            r,
            (p, q, z, n) -> {
              for (int i = 0; i < n; i++) z[i] = p[i] * q[i] * (1 - q[i]);
            },
            (p, q, z, n) -> {
              for (int i = 0; i < n; i++) z[i] = p[i] * q[i] * (1 - q[i]);
            })
        .is("lean", scaled(t, u -> lean(u, r)), scaled(r, u -> u.mul(t).mul(r.mul(-2).add(1))));
  }

  private static double logistic(double v) {
    double e = Math.exp(-Math.abs(v));
    return v >= 0 ? 1 / (1 + e) : e / (1 + e);
  }

  /** log(1 + eˣ) without overflow. */
  static Tensor softplus(Tensor x) {
    DoubleUnaryOperator f = v -> Math.max(v, 0) + Math.log1p(Math.exp(-Math.abs(v)));
    return unary(x, "softplus", each(f), r -> x.sigmoid());
  }

  /** 0 at 0, as everywhere. */
  static Tensor relu(Tensor x) {
    Tensor r =
        Blocks.map(
            x,
            (a, b, n) -> {
              for (int i = 0; i < n; i++) b[i] = Math.max(a[i], 0);
            },
            (a, b, n) -> {
              for (int i = 0; i < n; i++) b[i] = Math.max(a[i], 0);
            });
    UnaryOperator<Tensor> map = t -> gate(t, r);
    return r.is("relu", new Partial<>(x, map, map));
  }

  /** t where a result is positive, else 0. */
  private static Tensor gate(Tensor t, Tensor result) {
    UnaryOperator<Tensor> map = u -> gate(u, result);
    return Blocks.zip(
            t,
            result,
            (p, q, r, n) -> {
              for (int i = 0; i < n; i++) r[i] = q[i] > 0 ? p[i] : 0;
            },
            (p, q, r, n) -> {
              for (int i = 0; i < n; i++) r[i] = q[i] > 0 ? p[i] : 0;
            })
        .is("gate", new Partial<>(t, map, map));
  }

  static Tensor leakyRelu(Tensor x, double slope) {
    Tensor below = x.sign().sub(1).mul((1 - slope) / 2).add(1);
    return unary(x, "leakyRelu", each(v -> v > 0 ? v : slope * v), r -> below);
  }

  /** x·Φ(x), with the normal distribution function by tanh. */
  static Tensor gelu(Tensor x) {
    Tensor inner = x.add(x.square().mul(x).mul(0.044715)).mul(Math.sqrt(2 / Math.PI));
    return x.mul(inner.tanh().add(1)).mul(0.5);
  }

  static Tensor pow(Tensor x, double p) {
    return unary(x, "pow", each(v -> Math.pow(v, p)), r -> p == 0 ? r.mul(0) : x.pow(p - 1).mul(p));
  }

  /** Within the bounds the number itself, with derivative 1; else the bound, with derivative 0. */
  static Tensor clamp(Tensor x, double low, double high) {
    DoubleUnaryOperator f = v -> Math.min(Math.max(v, low), high);
    Blocks.Map inside = each(v -> v >= low && v <= high ? 1 : 0);
    return unary(x, "clamp", each(f), r -> Blocks.map(x.detach(), inside));
  }

  static Tensor to(Tensor x, DType type) {
    if (x.type() == type) return x;
    Tensor r = new Tensor(type, x.shape);
    int[] at = {0};
    Blocks.each(
        x,
        (b, n) -> {
          r.storage.write(at[0], b, n);
          at[0] += n;
        });
    DType back = x.type();
    return r.is("to", new Partial<>(x, t -> t.to(type), g -> g.to(back)));
  }

  // ---- two numbers, stretched to one shape and brought to one precision

  private interface Rule {
    Tensor of(Tensor a, Tensor b);
  }

  private static Tensor binary(String name, Tensor x, Tensor y, Rule rule) {
    DType type = DType.wider(x.type(), y.type());
    int[] shape = Shapes.broadcast(name, x.shape, y.shape);
    return rule.of(x.to(type).broadcastTo(shape), y.to(type).broadcastTo(shape));
  }

  static Tensor add(Tensor x, Tensor y) {
    return binary(
        "add",
        x,
        y,
        (a, b) ->
            Blocks.zip(
                    a,
                    b,
                    (p, q, r, n) -> {
                      for (int i = 0; i < n; i++) r[i] = p[i] + q[i];
                    },
                    (p, q, r, n) -> {
                      for (int i = 0; i < n; i++) r[i] = p[i] + q[i];
                    })
                .is("add", same(a), same(b)));
  }

  static Tensor sub(Tensor x, Tensor y) {
    return binary(
        "sub",
        x,
        y,
        (a, b) ->
            Blocks.zip(
                    a,
                    b,
                    (p, q, r, n) -> {
                      for (int i = 0; i < n; i++) r[i] = p[i] - q[i];
                    },
                    (p, q, r, n) -> {
                      for (int i = 0; i < n; i++) r[i] = p[i] - q[i];
                    })
                .is("sub", same(a), new Partial<>(b, Tensor::neg, Tensor::neg)));
  }

  private static Partial<Tensor> same(Tensor a) {
    return new Partial<>(a, t -> t, t -> t);
  }

  private static Partial<Tensor> scaled(Tensor a, UnaryOperator<Tensor> by) {
    return new Partial<>(a, by, by);
  }

  static Tensor mul(Tensor x, Tensor y) {
    return binary(
        "mul",
        x,
        y,
        (a, b) ->
            Blocks.zip(
                    a,
                    b,
                    (p, q, r, n) -> {
                      for (int i = 0; i < n; i++) r[i] = p[i] * q[i];
                    },
                    (p, q, r, n) -> {
                      for (int i = 0; i < n; i++) r[i] = p[i] * q[i];
                    })
                .is("mul", scaled(a, t -> t.mul(b)), scaled(b, t -> t.mul(a))));
  }

  static Tensor div(Tensor x, Tensor y) {
    return binary(
        "div",
        x,
        y,
        (a, b) -> {
          Tensor r =
              Blocks.zip(
                  a,
                  b,
                  (p, q, z, n) -> {
                    for (int i = 0; i < n; i++) z[i] = p[i] / q[i];
                  },
                  (p, q, z, n) -> {
                    for (int i = 0; i < n; i++) z[i] = p[i] / q[i];
                  });
          return r.is("div", scaled(a, t -> t.div(b)), scaled(b, t -> t.mul(r).div(b).neg()));
        });
  }

  /** The larger; of two that are equal the first gets the derivative. */
  static Tensor max(Tensor x, Tensor y) {
    return choice("max", x, y, (a, b) -> a.ge(b));
  }

  static Tensor min(Tensor x, Tensor y) {
    return choice("min", x, y, (a, b) -> b.ge(a));
  }

  private static Tensor choice(String name, Tensor x, Tensor y, Rule first) {
    return binary(name, x, y, (a, b) -> where(first.of(a.detach(), b.detach()), a, b));
  }

  /** a where the condition is not 0, else b. */
  static Tensor where(Tensor condition, Tensor x, Tensor y) {
    return binary(
        "where",
        x,
        y,
        (p, q) -> {
          int[] shape = Shapes.broadcast("where", condition.shape, p.shape);
          Tensor c = condition.detach().ne(0).to(p.type()).broadcastTo(shape);
          Tensor a = p.broadcastTo(shape);
          Tensor b = q.broadcastTo(shape);
          Tensor other = c.neg().add(1);
          Tensor left = Blocks.zip(c, a, (u, v, r, n) -> pick(u, v, r, n, false));
          Tensor right = Blocks.zip(c, b, (u, v, r, n) -> pick(u, v, r, n, true));
          return Blocks.zip(
                  left,
                  right,
                  (u, v, r, n) -> {
                    for (int i = 0; i < n; i++) r[i] = u[i] + v[i];
                  })
              .is("where", scaled(a, t -> t.mul(c)), scaled(b, t -> t.mul(other)));
        });
  }

  private static void pick(double[] c, double[] v, double[] r, int n, boolean zero) {
    for (int i = 0; i < n; i++) r[i] = c[i] == 0 == zero ? v[i] : 0;
  }

  // ---- questions: 1 for yes, 0 for no, and no derivative

  static Tensor compare(Tensor x, Tensor y, Blocks.Zip f) {
    DType type = DType.wider(x.type(), y.type());
    int[] shape = Shapes.broadcast("comparison", x.shape, y.shape);
    return Blocks.zip(
        x.detach().to(type).broadcastTo(shape), y.detach().to(type).broadcastTo(shape), f);
  }
}
