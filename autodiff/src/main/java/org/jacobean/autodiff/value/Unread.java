package org.jacobean.autodiff.value;

import org.jacobean.autodiff.error.NotDifferentiable;

/** The error of a number taken from a value where nobody follows the number. */
final class Unread {
  private Unread() {}

  static NotDifferentiable item() {
    StackWalker.StackFrame f =
        StackWalker.getInstance()
            .walk(
                s ->
                    s.filter(x -> !x.getClassName().startsWith("org.jacobean.autodiff.value."))
                        .findFirst())
            .orElseThrow();
    String c = f.getClassName();
    return new NotDifferentiable(
        "item()",
        c.substring(c.lastIndexOf('.') + 1) + "." + f.getMethodName(),
        Math.max(0, f.getLineNumber()),
        "it is called in code that was not differentiated, so the derivative would end here",
        "stay with the value itself, call the code directly from the function, or use detach().item()");
  }
}
