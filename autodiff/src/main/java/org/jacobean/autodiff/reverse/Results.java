package org.jacobean.autodiff.reverse;

import java.util.Objects;
import org.jacobean.autodiff.lift.Op;
import org.jacobean.autodiff.lift.Value;

/**
 * How results leave a generated method: a single one as its return value, several through the
 * {@code ret} arrays of the value stack at their index; shadows of array results follow in {@code
 * oret}.
 */
final class Results {
  private Results() {}

  static int count(Value call) {
    return call.call().body() == null
        ? 1
        : Objects.requireNonNull(call.call().body()).results().length;
  }

  static int shadowIndex(Value call, Value result) {
    return count(call) + (result.op == Op.RESULT ? index(result) : 0);
  }

  static int index(Value result) {
    return (Integer) Objects.requireNonNull(result.detail);
  }
}
