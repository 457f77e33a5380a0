package org.jacobean.bench.adbench;

/** Loss of a small recurrent network predicting characters, as ADBench writes it. */
public final class Lstm {
  public final int layers;
  public final int characters;
  public final int width;
  public final double[] main;
  public final double[] extra;
  public final double[] state;
  public final double[] sequence;

  public Lstm(String file) {
    Data in = new Data(file);
    layers = in.whole();
    characters = in.whole();
    width = in.whole();
    main = in.numbers(8 * layers * width);
    extra = in.numbers(3 * width);
    state = in.numbers(2 * layers * width);
    sequence = in.numbers(characters * width);
  }

  static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /** One cell: hidden and cell state of a layer, in and out at the same place. */
  static void cell(int b, double[] w, int at, double[] state, int hidden, double[] input) {
    int cell = hidden + b;
    for (int i = 0; i < b; i++) {
      double forget = sigmoid(input[i] * w[at + i] + w[at + 4 * b + i]);
      double ingate = sigmoid(state[hidden + i] * w[at + b + i] + w[at + 5 * b + i]);
      double outgate = sigmoid(input[i] * w[at + 2 * b + i] + w[at + 6 * b + i]);
      double change = Math.tanh(state[hidden + i] * w[at + 3 * b + i] + w[at + 7 * b + i]);
      state[cell + i] = state[cell + i] * forget + ingate * change;
      state[hidden + i] = outgate * Math.tanh(state[cell + i]);
    }
  }

  static void predict(
      int l,
      int b,
      double[] main,
      double[] extra,
      double[] state,
      double[] sequence,
      int at,
      double[] input,
      double[] prediction) {
    for (int i = 0; i < b; i++) input[i] = sequence[at + i] * extra[i];
    for (int layer = 0; layer < l; layer++) {
      cell(b, main, 8 * b * layer, state, 2 * b * layer, input);
      for (int i = 0; i < b; i++) input[i] = state[2 * b * layer + i];
    }
    for (int i = 0; i < b; i++) prediction[i] = input[i] * extra[b + i] + extra[2 * b + i];
  }

  static double logSumExp(int b, double[] v) {
    double s = 2;
    for (int i = 0; i < b; i++) s += Math.exp(v[i]);
    return Math.log(s);
  }

  public static double objective(
      int l, int c, int b, double[] main, double[] extra, double[] start, double[] sequence) {
    double[] state = start.clone();
    double[] input = new double[b];
    double[] prediction = new double[b];
    double total = 0;
    int count = 0;
    for (int t = 0; t + b < c * b; t += b) {
      predict(l, b, main, extra, state, sequence, t, input, prediction);
      double norm = logSumExp(b, prediction);
      for (int i = 0; i < b; i++) {
        total += sequence[t + b + i] * (prediction[i] - norm);
        count++;
      }
    }
    return -total / count;
  }
}
