package org.jacobean.autodiff.analyze;

import java.lang.reflect.Method;
import org.jacobean.autodiff.lift.Invocation;
import org.jacobean.autodiff.lift.Op;
import org.jacobean.autodiff.lift.Value;
import org.jacobean.autodiff.rule.Rule;
import org.jacobean.autodiff.rule.Rules;
import org.jacobean.autodiff.rule.Term;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Which types carry derivatives, and which rule an operation follows. */
public final class Reals {
  private Reals() {}

  /** Whether a descriptor is an array, of any depth, of doubles or floats. */
  public static boolean array(@Nullable String type) {
    return type != null
        && type.startsWith("[")
        && (type.endsWith("D") || type.endsWith("F"))
        && type.lastIndexOf('[') == type.length() - 2;
  }

  /** The rule of an operation on doubles or floats; null for anything else. */
  public static @Nullable Rule rule(Value v) {
    if (!v.kind.real()) return null;
    return switch (v.op) {
      case ADD -> Rules.of("add");
      case SUB -> Rules.of("sub");
      case MUL -> Rules.of("mul");
      case DIV -> Rules.of("div");
      case REM -> Rules.of("rem");
      case NEG -> Rules.of("neg");
      case CAST -> v.opcode == Opcodes.D2F || v.opcode == Opcodes.F2D ? Rules.of("cast") : null;
      case CALL -> {
        if (!v.isMath()) yield null;
        yield v.call().rule() != null ? v.call().rule() : Rules.of(v.call().name());
      }
      default -> null;
    };
  }

  /** Whether an operation is a store or load of a double or float. */
  public static boolean element(Value v) {
    if (v.op == Op.LOAD) return v.kind.real();
    return v.op == Op.STORE && (v.opcode == Opcodes.DASTORE || v.opcode == Opcodes.FASTORE);
  }

  /** The call of a method a rule is written in. */
  public static Invocation written(Term.Call c) {
    Method m = c.method();
    return Invocation.of(
        Opcodes.INVOKESTATIC,
        Type.getInternalName(m.getDeclaringClass()),
        m.getName(),
        Type.getMethodDescriptor(m));
  }
}
