package org.jacobean.tensor;

import java.util.Optional;

/** What a tensor operation was wrongly asked: which operation, which shapes, which line of code. */
public final class TensorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private TensorException(String message) {
    super(message);
  }

  static TensorException of(String operation, String what) {
    return new TensorException(operation + ": " + what + where());
  }

  /** The line that called the library. */
  private static String where() {
    Optional<StackWalker.StackFrame> f =
        StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
            .walk(s -> s.filter(x -> !ours(x.getDeclaringClass())).findFirst());
    return f.map(
            x -> " (" + simple(x) + "." + x.getMethodName() + ", line " + x.getLineNumber() + ")")
        .orElse("");
  }

  private static String simple(StackWalker.StackFrame f) {
    return f.getClassName().substring(f.getClassName().lastIndexOf('.') + 1);
  }

  private static boolean ours(Class<?> c) {
    boolean engine = c.getName().startsWith("org.jacobean.");
    return engine && c.getProtectionDomain().equals(Tensor.class.getProtectionDomain())
        || c.isHidden()
        || c.getName().startsWith("java.")
        || c.getName().startsWith("org.jacobean.autodiff.");
  }
}
