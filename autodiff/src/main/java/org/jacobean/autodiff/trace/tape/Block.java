package org.jacobean.autodiff.trace.tape;

/**
 * A part of the computation that is not on the tape operation by operation: its results lie behind
 * its place as if they were inputs, and it carries derivatives past itself.
 */
abstract class Block {
  /** Its results stand at the places from here on. */
  final int place;

  Block(int place) {
    this.place = place;
  }

  /** Hands the adjoints of its results on to what it was computed from. */
  abstract void reverse(double[] adjoint);

  /** Sets the tangents of its results from those of what it was computed from. */
  abstract void forward(double[] tangent);

  /** Puts plain results on the tape; call it when the block is the tape's last. */
  static double[] results(double[] plain) {
    double[] out = new double[plain.length];
    for (int i = 0; i < out.length; i++) out[i] = Tape.of(Tape.linear(0, 0, plain[i]));
    return out;
  }
}
