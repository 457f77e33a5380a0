package org.jacobean.autodiff.lift;

import org.jacobean.autodiff.function.Bytecode;
import org.jacobean.autodiff.runtime.Arrays2;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.MethodNode;

/** JDK methods on arrays of doubles and floats, read as the plain Java of {@link Arrays2}. */
final class Substitutes {
  private static final String OWNER = "org/jacobean/autodiff/runtime/Arrays2";

  private Substitutes() {}

  static @Nullable Program of(Invocation call, Value[] args) {
    String descriptor = descriptor(call, args);
    if (descriptor == null) return null;
    MethodNode m = Bytecode.method(Arrays2.class, call.name(), descriptor);
    return m == null ? null : Lifter.lift(OWNER, m);
  }

  private static @Nullable String descriptor(Invocation call, Value[] args) {
    if (call.owner().equals("java/util/Arrays")) return call.descriptor();
    if (call.name().equals("clone") && call.owner().startsWith("["))
      return "(" + call.owner() + ")" + call.owner();
    if (!call.is("java/lang/System", "arraycopy")) return null;
    return args[0].type == null ? null : "(" + args[0].type + "I" + args[0].type + "II)V";
  }
}
