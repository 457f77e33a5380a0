package org.jacobean.magics.diff;

import java.io.Serializable;

/** Functions with several results: what {@code {x*y, x+y}} becomes. */
public final class Several {
  private Several() {}

  /** Of 1 variable. */
  @FunctionalInterface
  public interface Of1 extends Serializable {
    double[] at(double a);
  }

  /** Of 2 variables. */
  @FunctionalInterface
  public interface Of2 extends Serializable {
    double[] at(double a, double b);
  }

  /** Of 3 variables. */
  @FunctionalInterface
  public interface Of3 extends Serializable {
    double[] at(double a, double b, double c);
  }

  /** Of 4 variables. */
  @FunctionalInterface
  public interface Of4 extends Serializable {
    double[] at(double a, double b, double c, double d);
  }

  /** Of 5 variables. */
  @FunctionalInterface
  public interface Of5 extends Serializable {
    double[] at(double a, double b, double c, double d, double e);
  }

  /** Of 6 variables. */
  @FunctionalInterface
  public interface Of6 extends Serializable {
    double[] at(double a, double b, double c, double d, double e, double f);
  }
}
