package org.jacobean.bench.objective;

/**
 * ADBench's LSTM: {@code layers} cells of diagonal weights over a sequence of {@code length} rows
 * of {@code b} numbers; main holds 2·layers rows of 4b, extra 3 rows of b, state 2·layers rows of
 * b.
 */
public record Lstm(
    int layers,
    int length,
    int b,
    double[] main,
    double[] extra,
    double[] state,
    double[] sequence) {

  public static Lstm of(String file) {
    Numbers in = Numbers.of(file);
    int layers = in.integer(), length = in.integer(), b = in.integer();
    return new Lstm(
        layers,
        length,
        b,
        in.reals(8 * layers * b),
        in.reals(3 * b),
        in.reals(2 * layers * b),
        in.reals(length * b));
  }

  public static double objective(
      int layers,
      int length,
      int b,
      double[] main,
      double[] extra,
      double[] start,
      double[] sequence) {
    double[] state = start.clone(), input = new double[b], output = new double[b];
    double total = 0;
    int count = 0;
    for (int t = 0; t + 1 < length; t++) {
      predict(layers, b, main, extra, state, sequence, t * b, input, output);
      double norm = logNorm(b, output);
      for (int i = 0; i < b; i++) total += sequence[(t + 1) * b + i] * (output[i] - norm);
      count += b;
    }
    return -total / count;
  }

  static void predict(
      int layers,
      int b,
      double[] main,
      double[] extra,
      double[] state,
      double[] sequence,
      int at,
      double[] input,
      double[] output) {
    for (int i = 0; i < b; i++) input[i] = sequence[at + i] * extra[i];
    for (int l = 0; l < layers; l++) {
      cell(b, main, l * 8 * b, main, l * 8 * b + 4 * b, state, l * 2 * b, input);
      for (int i = 0; i < b; i++) input[i] = state[l * 2 * b + i];
    }
    for (int i = 0; i < b; i++) output[i] = input[i] * extra[b + i] + extra[2 * b + i];
  }

  static void cell(
      int b,
      double[] weight,
      int w,
      double[] bias,
      int c,
      double[] state,
      int hidden,
      double[] input) {
    for (int i = 0; i < b; i++) {
      double h = state[hidden + i];
      double forget = sigmoid(input[i] * weight[w + i] + bias[c + i]);
      double ingate = sigmoid(h * weight[w + b + i] + bias[c + b + i]);
      double outgate = sigmoid(input[i] * weight[w + 2 * b + i] + bias[c + 2 * b + i]);
      double change = Math.tanh(h * weight[w + 3 * b + i] + bias[c + 3 * b + i]);
      double memory = state[hidden + b + i] * forget + ingate * change;
      state[hidden + b + i] = memory;
      state[hidden + i] = outgate * Math.tanh(memory);
    }
  }

  static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  static double logNorm(int b, double[] v) {
    double sum = 0;
    for (int i = 0; i < b; i++) sum += Math.exp(v[i]);
    return Math.log(sum + 2);
  }
}
