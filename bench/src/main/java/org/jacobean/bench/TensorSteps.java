package org.jacobean.bench;

import java.util.Arrays;
import java.util.Random;
import org.jacobean.autodiff.Objective2;
import org.jacobean.tensor.Tensor;
import org.jacobean.tensor.blas.Blas;
import org.jacobean.tensor.layer.Attention;
import org.jacobean.tensor.layer.Convolution;
import org.jacobean.tensor.layer.Dense;
import org.jacobean.tensor.layer.Initial;
import org.jacobean.tensor.layer.Lstm;
import org.jacobean.tensor.layer.Norm;
import org.jacobean.tensor.train.Data;
import org.jacobean.tensor.train.Sgd;
import org.jacobean.tensor.train.Training;

/** Training steps of small networks in float32; tensorbench.py runs the peers beside it. */
public final class TensorSteps {
  record Mlp(Dense hidden, Dense out) {
    static double loss(Mlp m, Data d) {
      return m.out.of(m.hidden.of(d.x()).relu()).crossEntropy(d.labels()).item();
    }
  }

  record Cnn(Convolution first, Convolution second, Dense out) {
    static double loss(Cnn m, Data d) {
      Tensor h = m.first.of(d.x()).relu().maxPool2d(2, 2);
      Tensor g = m.second.of(h).relu().maxPool2d(2, 2);
      return m.out.of(g.reshape(g.size(0), -1)).crossEntropy(d.labels()).item();
    }
  }

  record Sequence(Lstm lstm, Dense out) {
    static double loss(Sequence m, Data d) {
      Tensor h = m.lstm.of(d.x());
      return m.out
          .of(h.slice(1, -1, h.size(1)).reshape(h.size(0), -1))
          .crossEntropy(d.labels())
          .item();
    }
  }

  record Block(Norm before, Attention attention, Norm between, Dense wide, Dense narrow) {
    static Block of(long seed, int width, int heads) {
      return new Block(
          Norm.of(width),
          Attention.glorot(seed, width, heads, true),
          Norm.of(width),
          Dense.glorot(seed + 2, width, 4 * width),
          Dense.glorot(seed + 3, 4 * width, width));
    }

    Tensor of(Tensor x) {
      Tensor h = x.add(attention.of(before.of(x)));
      return h.add(narrow.of(wide.of(between.of(h)).gelu()));
    }
  }

  record Transformer(Block a, Block b, Block c, Block d) {
    static double loss(Transformer m, Data d) {
      return m.d.of(m.c.of(m.b.of(m.a.of(d.x())))).square().mean().item();
    }
  }

  private TensorSteps() {}

  public static void main(String[] args) {
    Blas.best().threads(Integer.parseInt(args[0]));
    for (String name : Arrays.copyOfRange(args, 1, args.length)) {
      double[] t = times(work(name));
      System.out.printf("%s %.4f %.4f%n", name, t[0], t[1]);
    }
  }

  private static Runnable work(String name) {
    return switch (name) {
      case "sgemm" -> product();
      case "mlp" ->
          training(
              Mlp::loss, new Mlp(Dense.he(1, 784, 128), Dense.he(2, 128, 10)), labelled(128, 784));
      case "cnn" ->
          training(
              Cnn::loss,
              new Cnn(
                  Convolution.he(1, 1, 8, 3), Convolution.he(2, 8, 16, 3), Dense.he(3, 784, 10)),
              labelled(32, 1, 28, 28));
      case "lstm" ->
          training(
              Sequence::loss,
              new Sequence(Lstm.uniform(1, 32, 64), Dense.glorot(2, 64, 10)),
              labelled(32, 20, 32));
      case "transformer" ->
          training(
              Transformer::loss,
              new Transformer(
                  Block.of(1, 128, 4),
                  Block.of(11, 128, 4),
                  Block.of(21, 128, 4),
                  Block.of(31, 128, 4)),
              labelled(1, 64, 128));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Data labelled(int... shape) {
    int[] labels = new Random(1).ints(shape[0], 0, 10).toArray();
    return Data.labelled(Initial.normal(7, 1, shape), labels);
  }

  private static <P> Runnable training(Objective2<P, Data> loss, P parameters, Data data) {
    Training<P> t = new Training<>(loss, new Sgd(1e-3));
    return () -> t.step(parameters, data);
  }

  private static Runnable product() {
    Tensor a = Initial.normal(1, 1, 512, 512);
    Tensor b = Initial.normal(2, 1, 512, 512);
    return () -> a.matmul(b).free();
  }

  /** Least and median milliseconds of one run. */
  private static double[] times(Runnable work) {
    long warm = System.nanoTime() + 4_000_000_000L;
    while (System.nanoTime() < warm) work.run();
    double[] t = new double[400];
    for (int i = 0; i < t.length; i++) {
      long start = System.nanoTime();
      work.run();
      t[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(t);
    return new double[] {t[0], t[t.length / 2]};
  }
}
