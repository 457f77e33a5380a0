package org.jacobean.autodiff.graph;

import java.util.Locale;
import org.jacobean.autodiff.lift.Kind;
import org.jacobean.autodiff.lift.Op;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/** What the arithmetic instructions compute. */
final class Arithmetic {
  private Arithmetic() {}

  /** The name of the derivative rule of an operator. */
  static String ruleName(Op op) {
    return op.name().toLowerCase(Locale.ROOT);
  }

  static double real(Op op, Kind kind, double a, double b) {
    return kind == Kind.FLOAT ? ofFloats(op, (float) a, (float) b) : ofDoubles(op, a, b);
  }

  private static double ofDoubles(Op op, double a, double b) {
    return switch (op) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case DIV -> a / b;
      case REM -> a % b;
      case NEG -> -a;
      default -> throw new IllegalStateException("no operation on doubles: " + op);
    };
  }

  private static float ofFloats(Op op, float a, float b) {
    return switch (op) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case DIV -> a / b;
      case REM -> a % b;
      case NEG -> -a;
      default -> throw new IllegalStateException("no operation on floats: " + op);
    };
  }

  static int ints(Op op, int a, int b) {
    return switch (op) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case DIV -> a / b;
      case REM -> a % b;
      case NEG -> -a;
      case SHL -> a << b;
      case SHR -> a >> b;
      case USHR -> a >>> b;
      case AND -> a & b;
      case OR -> a | b;
      case XOR -> a ^ b;
      default -> throw new IllegalStateException("no operation on ints: " + op);
    };
  }

  static long longs(Op op, long a, long b) {
    return switch (op) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case DIV -> a / b;
      case REM -> a % b;
      case NEG -> -a;
      case SHL -> a << b;
      case SHR -> a >> b;
      case USHR -> a >>> b;
      case AND -> a & b;
      case OR -> a | b;
      case XOR -> a ^ b;
      default -> throw new IllegalStateException("no operation on longs: " + op);
    };
  }

  /** A conversion of a whole number. */
  static Object cast(int opcode, Number n) {
    return switch (opcode) {
      case Opcodes.I2L -> n.longValue();
      case Opcodes.L2I -> n.intValue();
      case Opcodes.I2B -> (int) n.byteValue();
      case Opcodes.I2C -> (int) (char) n.intValue();
      case Opcodes.I2S -> (int) n.shortValue();
      case Opcodes.I2F, Opcodes.L2F -> Real.plain(n.floatValue());
      default -> Real.plain(n.doubleValue());
    };
  }

  /** A double or float made a whole number; null when the opcode does something else. */
  static @Nullable Number rounded(int opcode, double value) {
    return switch (opcode) {
      case Opcodes.D2I, Opcodes.F2I -> (Number) (int) value;
      case Opcodes.D2L, Opcodes.F2L -> (Number) (long) value;
      default -> null;
    };
  }

  static int compared(int opcode, double a, double b) {
    if (Double.isNaN(a) || Double.isNaN(b)) {
      return opcode == Opcodes.DCMPG || opcode == Opcodes.FCMPG ? 1 : -1;
    }
    return a < b ? -1 : a == b ? 0 : 1;
  }

  /** Whether IFEQ … IFLE, or IF_ICMPEQ … IF_ICMPLE with the difference's sign, jumps. */
  static boolean jumps(int opcode, int sign) {
    return switch (opcode) {
      case Opcodes.IFEQ, Opcodes.IF_ICMPEQ -> sign == 0;
      case Opcodes.IFNE, Opcodes.IF_ICMPNE -> sign != 0;
      case Opcodes.IFLT, Opcodes.IF_ICMPLT -> sign < 0;
      case Opcodes.IFGE, Opcodes.IF_ICMPGE -> sign >= 0;
      case Opcodes.IFGT, Opcodes.IF_ICMPGT -> sign > 0;
      case Opcodes.IFLE, Opcodes.IF_ICMPLE -> sign <= 0;
      default -> throw new IllegalStateException("no comparison with zero: " + opcode);
    };
  }

  /** The relation that holds when IFEQ … IFLE jumps, or does not. */
  static String relation(int opcode, boolean jumped) {
    return switch (opcode) {
      case Opcodes.IFEQ -> jumped ? "==" : "!=";
      case Opcodes.IFNE -> jumped ? "!=" : "==";
      case Opcodes.IFLT -> jumped ? "<" : ">=";
      case Opcodes.IFGE -> jumped ? ">=" : "<";
      case Opcodes.IFGT -> jumped ? ">" : "<=";
      default -> jumped ? "<=" : ">";
    };
  }
}
