package org.jacobean.autodiff.trace.tape;

/** The chain rule along the tape, backwards for adjoints and forwards for tangents. */
final class Sweep {
  private Sweep() {}

  static void reverse(double[] adjoint, int from, int to) {
    int next = from;
    for (int b = Tape.BLOCKS.size() - 1; b >= 0; b--) {
      Block block = Tape.BLOCKS.get(b);
      if (block.place > from || block.place < to) continue;
      operationsBack(adjoint, next, block.place);
      block.reverse(adjoint);
      next = block.place - 1;
    }
    operationsBack(adjoint, next, to);
  }

  static void forward(double[] tangent, int from, int to) {
    int next = from;
    for (int b = 0; b < Tape.BLOCKS.size(); b++) {
      Block block = Tape.BLOCKS.get(b);
      if (block.place < from || block.place > to) continue;
      operations(tangent, next, block.place - 1);
      block.forward(tangent);
      next = block.place;
    }
    operations(tangent, next, to);
  }

  private static void operationsBack(double[] adjoint, int from, int to) {
    double[] value = Tape.value;
    double[] partial = Tape.partial;
    long[] link = Tape.link;
    for (int k = from; k >= to; k--) {
      double w = adjoint[k];
      if (w == 0) {
        continue;
      }
      long c = link[k];
      int i = Tape.first(c);
      int j = Tape.second(c);
      switch (Tape.kind(c)) {
        case Tape.LINEAR -> adjoint[i] += w * partial[k];
        case Tape.ADD -> {
          adjoint[i] += w;
          adjoint[j] += w;
        }
        case Tape.SUB -> {
          adjoint[i] += w;
          adjoint[j] -= w;
        }
        case Tape.MUL -> {
          double x = value[i];
          adjoint[i] += w * value[j];
          adjoint[j] += w * x;
        }
        case Tape.DIV -> {
          double q = w / value[j];
          adjoint[i] += q;
          adjoint[j] -= q * value[k];
        }
        case Tape.ADD_SCALED -> {
          adjoint[i] += w;
          adjoint[j] += w * partial[k];
        }
        case Tape.ADD_PRODUCT -> {
          adjoint[(int) Double.doubleToRawLongBits(partial[k])] += w;
          double x = value[i];
          adjoint[i] += w * value[j];
          adjoint[j] += w * x;
        }
        case Tape.SUB_PRODUCT -> {
          adjoint[(int) Double.doubleToRawLongBits(partial[k])] += w;
          double x = value[i];
          adjoint[i] -= w * value[j];
          adjoint[j] -= w * x;
        }
        case Tape.BINARY -> {
          adjoint[i] += w * partial[k];
          adjoint[j] += w * value[k - 1];
        }
        default -> {}
      }
    }
  }

  private static void operations(double[] tangent, int from, int to) {
    double[] value = Tape.value;
    double[] partial = Tape.partial;
    for (int k = from; k <= to; k++) {
      long c = Tape.link[k];
      int i = Tape.first(c);
      int j = Tape.second(c);
      switch (Tape.kind(c)) {
        // an input links to place 0 and keeps the tangent it was given
        case Tape.LINEAR -> tangent[k] = i == 0 ? tangent[k] : partial[k] * tangent[i];
        case Tape.ADD -> tangent[k] = tangent[i] + tangent[j];
        case Tape.SUB -> tangent[k] = tangent[i] - tangent[j];
        case Tape.MUL -> tangent[k] = value[j] * tangent[i] + value[i] * tangent[j];
        case Tape.DIV -> tangent[k] = (tangent[i] - value[k] * tangent[j]) / value[j];
        case Tape.ADD_SCALED -> tangent[k] = tangent[i] + partial[k] * tangent[j];
        case Tape.ADD_PRODUCT ->
            tangent[k] = summand(tangent, k) + value[j] * tangent[i] + value[i] * tangent[j];
        case Tape.SUB_PRODUCT ->
            tangent[k] = summand(tangent, k) - value[j] * tangent[i] - value[i] * tangent[j];
        case Tape.BINARY -> tangent[k] = partial[k] * tangent[i] + value[k - 1] * tangent[j];
        default -> tangent[k] = 0;
      }
    }
  }

  private static double summand(double[] tangent, int k) {
    return tangent[(int) Double.doubleToRawLongBits(Tape.partial[k])];
  }
}
