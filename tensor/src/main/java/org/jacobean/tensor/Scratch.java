package org.jacobean.tensor;

/** Arrays each thread uses again and again while it goes through tensors block by block. */
final class Scratch {
  /** Numbers of one block. */
  static final int BLOCK = 1024;

  private static final ThreadLocal<Scratch> OWN = ThreadLocal.withInitial(Scratch::new);
  private final double[][] blocks = new double[4][BLOCK];
  private final float[][] singles = new float[4][BLOCK];
  private float[] floats = new float[BLOCK];

  private Scratch() {}

  static double[] block(int i) {
    return OWN.get().blocks[i];
  }

  static float[] single(int i) {
    return OWN.get().singles[i];
  }

  static float[] floats(int n) {
    Scratch s = OWN.get();
    if (s.floats.length < n) s.floats = new float[n];
    return s.floats;
  }
}
