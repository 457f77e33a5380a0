package org.jacobean.tensor;

/** How exactly the numbers of a tensor are kept. */
public enum DType {
  FLOAT32(4),
  FLOAT64(8);

  private final int bytes;

  DType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one number. */
  public int bytes() {
    return bytes;
  }

  /** The more exact of two. */
  static DType wider(DType a, DType b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
