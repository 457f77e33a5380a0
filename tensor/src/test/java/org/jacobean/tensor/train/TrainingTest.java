package org.jacobean.tensor.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jacobean.autodiff.Diff;
import org.jacobean.tensor.DType;
import org.jacobean.tensor.Tensor;
import org.jacobean.tensor.layer.Attention;
import org.jacobean.tensor.layer.Dense;
import org.jacobean.tensor.layer.Losses;
import org.jacobean.tensor.layer.Lstm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Training, against PyTorch's numbers and on real digits. */
class TrainingTest {
  record Mlp(Dense hidden, Dense out) {
    Tensor logits(Tensor x) {
      return out.of(hidden.of(x).tanh());
    }

    static double loss(Mlp m, Data d) {
      return m.logits(d.x()).crossEntropy(d.labels()).item();
    }
  }

  private static final Map<String, double[]> TORCH = torch();

  private static Map<String, double[]> torch() {
    try (InputStream in =
        Objects.requireNonNull(TrainingTest.class.getResourceAsStream("/torch-training.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(l -> !l.startsWith("#"))
          .map(l -> l.split(" "))
          .collect(
              Collectors.toMap(
                  w -> w[0],
                  w -> Arrays.stream(w).skip(1).mapToDouble(Double::parseDouble).toArray()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double[] torch(String name) {
    return Objects.requireNonNull(TORCH.get(name));
  }

  private static Tensor numbers(double phase, double scale, int... shape) {
    int n = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    return Tensor.of(
            IntStream.range(0, n).mapToDouble(i -> scale * Math.sin(1.7 * i + phase)).toArray())
        .reshape(shape);
  }

  private static Mlp small() {
    return new Mlp(
        new Dense(numbers(1, 0.4, 6, 8), numbers(2, 0.1, 8)),
        new Dense(numbers(3, 0.4, 8, 3), numbers(4, 0.1, 3)));
  }

  private static Data examples() {
    return Data.labelled(
        numbers(0.3, 1, 20, 6), IntStream.range(0, 20).map(i -> (i * i + i / 3) % 3).toArray());
  }

  private static Optimizer optimizer(String name) {
    return switch (name) {
      case "sgd" -> new Sgd(0.5);
      case "momentum" -> new Sgd(0.1, 0.9);
      case "nesterov" -> new Sgd(Schedule.constant(0.1), 0.9, true, 0.01);
      case "rmsprop" -> new RmsProp(0.01);
      case "adam" -> new Adam(0.02);
      default -> Adam.decaying(Schedule.constant(0.02), 0.1);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"sgd", "momentum", "nesterov", "rmsprop", "adam", "adamw"})
  void fiftyStepsFollowTorch(String name) {
    Mlp m = small();
    Training<Mlp> t = new Training<>(Mlp::loss, optimizer(name));
    Data d = examples();
    double[] losses = IntStream.range(0, 50).mapToDouble(i -> t.step(m, d)).toArray();
    assertArrayEquals(torch(name), losses, 1e-9);
  }

  @Test
  void floatsFollowTorchToFourDigits() {
    Mlp m = small();
    Mlp f =
        new Mlp(
            new Dense(m.hidden().w().to(DType.FLOAT32), m.hidden().b().to(DType.FLOAT32)),
            new Dense(m.out().w().to(DType.FLOAT32), m.out().b().to(DType.FLOAT32)));
    Data d = examples();
    Data single = Data.labelled(d.x().to(DType.FLOAT32), d.labels());
    Training<Mlp> t = new Training<>(Mlp::loss, new Adam(0.02));
    double[] losses = IntStream.range(0, 50).mapToDouble(i -> t.step(f, single)).toArray();
    assertArrayEquals(torch("adam"), losses, 1e-5);
  }

  @Test
  void layersGiveWhatTorchGives() {
    Tensor x = numbers(0.3, 1, 2, 5, 3);
    Lstm lstm = new Lstm(numbers(1, 0.5, 3, 16), numbers(2, 0.5, 4, 16), numbers(3, 0.5, 16));
    assertArrayEquals(torch("lstm"), lstm.of(x).toArray(), 1e-13);
    Tensor y = numbers(0.3, 1, 2, 4, 6);
    Dense in = new Dense(numbers(1, 0.5, 6, 18), numbers(2, 0.5, 18));
    Dense out = new Dense(numbers(3, 0.5, 6, 6), numbers(4, 0.5, 6));
    assertArrayEquals(torch("attention"), new Attention(in, out, 2, false).of(y).toArray(), 1e-13);
    assertArrayEquals(torch("causal"), new Attention(in, out, 2, true).of(y).toArray(), 1e-13);
  }

  @Test
  void lossesAreThoseOfTorch() {
    Tensor a = numbers(0.3, 2, 4, 3);
    Tensor b = numbers(0.9, 1, 4, 3);
    assertEquals(torch("meanSquare")[0], Losses.meanSquare(a, b).item(), 1e-14);
    assertEquals(torch("meanAbsolute")[0], Losses.meanAbsolute(a, b).item(), 1e-14);
    assertEquals(torch("huber")[0], Losses.huber(a, b, 0.7).item(), 1e-14);
    assertEquals(torch("softCrossEntropy")[0], Losses.crossEntropy(a, b.softmax(-1)).item(), 1e-14);
    assertEquals(
        torch("binaryCrossEntropy")[0], Losses.binaryCrossEntropy(a, b.sigmoid()).item(), 1e-14);
    assertEquals(
        torch("divergence")[0],
        Losses.divergence(b.logSoftmax(-1), a.logSoftmax(-1)).item(),
        1e-14);
    assertEquals(1.0, Losses.hinge(Tensor.of(2, -1), Tensor.of(1, 1)).item());
  }

  @Test
  void gradientsAreClippedAsTorchClipsThem() {
    Dense g = new Dense(numbers(0.3, 1, 4, 3), numbers(0.9, 1, 5));
    double[] expected = torch("clip");
    assertEquals(expected[0], Clip.byNorm(g, 1.5), 1e-13);
    assertArrayEquals(Arrays.copyOfRange(expected, 1, expected.length), Parameters.flat(g), 1e-6);
    Clip.byValue(g, 0.1);
    assertEquals(0.1, Arrays.stream(Parameters.flat(g)).max().orElse(0));
  }

  @Test
  void eachGradientIsMemoryOfItsOwn() {
    Tensor c = Tensor.ones(2, 3);
    Dense at = new Dense(numbers(1, 1, 2, 3), numbers(2, 1, 2, 3));
    Dense g = (Dense) Diff.grad((Dense d) -> d.w().add(d.b()).mul(c).sum().item()).at(at).of(0);
    Clip.byValue(g.w(), 0.5);
    assertArrayEquals(Tensor.full(0.5, 2, 3).toArray(), g.w().toArray());
    assertArrayEquals(c.toArray(), g.b().toArray());
    Tensor stretched = (Tensor) Diff.grad((Tensor t) -> t.sum().item()).at(c).of(0);
    Clip.byValue(stretched, 0.5);
    assertArrayEquals(Tensor.full(0.5, 2, 3).toArray(), stretched.toArray());
    assertEquals(6, c.sum().item());
  }

  @Test
  void secondOrderMethodsReachTheMinimumOfAConvexLoss() {
    Data d = examples();
    Dense start = new Dense(numbers(1, 0.4, 6, 3), numbers(2, 0.1, 3));
    Dense l = new Dense(start.w().mul(1), start.b().mul(1));
    List<Double> quasi = Lbfgs.minimize(m -> ridge(m, d), l, 60);
    Dense n = new Dense(start.w().mul(1), start.b().mul(1));
    List<Double> newton =
        NewtonCg.minimize(
            m -> ridge(m, d), n, () -> new Dense(Tensor.zeros(6, 3), Tensor.zeros(3)), 12);
    assertArrayEquals(Parameters.flat(n), Parameters.flat(l), 1e-5);
    assertTrue(newton.size() < quasi.size(), newton + " " + quasi);
    assertEquals(newton.get(newton.size() - 1), quasi.get(quasi.size() - 1), 1e-10);
  }

  private static double ridge(Dense m, Data d) {
    return m.of(d.x()).crossEntropy(d.labels()).item()
        + 0.01 * (m.w().square().sum().item() + m.b().square().sum().item());
  }

  @Test
  void schedulesGoAsTheyAreNamed() {
    assertEquals(0.025, Schedule.steps(0.1, 0.5, 10).at(25), 1e-15);
    assertEquals(0.1 * 0.9 * 0.9, Schedule.exponential(0.1, 0.9).at(2), 1e-15);
    assertEquals(0.05, Schedule.cosine(0.1, 100).at(50), 1e-15);
    assertEquals(0, Schedule.cosine(0.1, 100).at(200), 1e-15);
    Schedule warm = Schedule.constant(1).warmedUp(4);
    assertArrayEquals(
        new double[] {0.2, 0.4, 0.6, 0.8, 1, 1},
        IntStream.range(0, 6).mapToDouble(warm::at).toArray(),
        1e-15);
  }

  @Test
  void aNumberAmongTheParametersIsAnErrorThatNamesIt() {
    record Scaled(Tensor w, double s) {}
    String m =
        assertThrows(
                IllegalArgumentException.class,
                () -> new Sgd(1).step(new Scaled(Tensor.ones(1), 1), Tensor.ones(1)))
            .getMessage();
    assertTrue(m.startsWith("`s` is a double, which a step cannot change in place"), m);
  }

  private static Data digits() throws IOException {
    List<double[]> pixels = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("../notebooks/data/digits.csv"))) {
      double[] v = Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
      pixels.add(Arrays.stream(v, 0, 64).map(p -> p / 16).toArray());
      labels.add((int) v[64]);
    }
    Tensor x = Tensor.of(pixels.toArray(double[][]::new)).to(DType.FLOAT32);
    return Data.labelled(x, labels.stream().mapToInt(i -> i).toArray());
  }

  private static double accuracy(Mlp m, Data d) {
    int[] guesses = m.logits(d.x()).argmax(1);
    return (double)
            IntStream.range(0, guesses.length).filter(i -> guesses[i] == d.labels()[i]).count()
        / guesses.length;
  }

  @Test
  void digitsAreLearntFromAPlainMethod() throws IOException {
    List<Data> parts = digits().split(0.8, 1);
    Mlp m = new Mlp(Dense.glorot(1, 64, 64), Dense.glorot(2, 64, 10));
    long start = System.nanoTime();
    List<Double> losses =
        new Training<Mlp>((p, d) -> p.logits(d.x()).crossEntropy(d.labels()).item(), new Adam(5e-3))
            .batches(64)
            .run(m, parts.get(0), 30);
    double seconds = (System.nanoTime() - start) / 1e9;
    double accuracy = accuracy(m, parts.get(1));
    assertTrue(losses.get(29) < 0.05, losses.toString());
    assertTrue(accuracy >= 0.97, "accuracy " + accuracy);
    assertTrue(seconds < 60, seconds + " s");
  }
}
