package org.jacobean.autodiff.analyze;

import org.jacobean.autodiff.lift.Invocation;
import org.objectweb.asm.Type;

/**
 * Calls that cut the derivative off: {@code Diff.constant}, printing, and questions about a number.
 */
public final class Constants {
  private Constants() {}

  public static boolean stops(Invocation call) {
    if (call.owner().equals("java/lang/Double") || call.owner().equals("java/lang/Float"))
      return asks(call);
    return call.is("org/jacobean/autodiff/runtime/ValueStack", "bits")
        || call.is("org/jacobean/autodiff/Diff", "constant")
        || call.owner().equals("java/io/PrintStream");
  }

  /** isNaN, isFinite, compare and their like; the bits of a number are no such question. */
  private static boolean asks(Invocation call) {
    int result = Type.getReturnType(call.descriptor()).getSort();
    return (result == Type.BOOLEAN || result == Type.INT) && !call.name().contains("Bits");
  }
}
