package org.jacobean.autodiff.graph;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * Java values and interpreted ones: a double or float is a {@link Real}, boxed or not; smaller
 * whole numbers and booleans are Integers; everything else is itself.
 */
final class Values {
  private Values() {}

  static @Nullable Object fromJava(@Nullable Object value, Type type) {
    if (value instanceof Double || value instanceof Float) {
      return Real.plain(((Number) value).doubleValue());
    }
    if (type.getSort() >= Type.ARRAY) {
      return value;
    }
    if (value instanceof Boolean b) {
      return b ? 1 : 0;
    }
    if (value instanceof Character c) {
      return (int) c;
    }
    return value instanceof Byte || value instanceof Short ? ((Number) value).intValue() : value;
  }

  /** The Java value a method with a parameter of this type expects; nodes are left behind. */
  static @Nullable Object toJava(@Nullable Object value, Type type) {
    return switch (type.getSort()) {
      case Type.DOUBLE -> real(value).value();
      case Type.FLOAT -> (float) real(value).value();
      case Type.INT -> integer(value);
      case Type.BOOLEAN -> integer(value) != 0;
      case Type.CHAR -> (char) integer(value);
      case Type.BYTE -> (byte) integer(value);
      case Type.SHORT -> (short) integer(value);
      default -> value instanceof Real r ? box(r, type) : value;
    };
  }

  private static Object box(Real real, Type type) {
    boolean isFloat = type.getInternalName().equals("java/lang/Float");
    return isFloat ? (Object) (float) real.value() : (Object) real.value();
  }

  static int integer(@Nullable Object value) {
    if (value instanceof Comparison c) {
      return c.sign();
    }
    return value instanceof Boolean b ? (b ? 1 : 0) : ((Number) nonNull(value)).intValue();
  }

  static long longInteger(@Nullable Object value) {
    return ((Number) nonNull(value)).longValue();
  }

  static Real real(@Nullable Object value) {
    if (value instanceof Real r) {
      return r;
    }
    return Real.plain(((Number) nonNull(value)).doubleValue());
  }

  /** The object an instruction needs; null fails here as it would in the program. */
  static Object nonNull(@Nullable Object value) {
    if (value == null) {
      throw new NullPointerException("null where the program needs an object");
    }
    return value;
  }

  static boolean isActive(@Nullable Object value) {
    return value instanceof Real r && r.active() || value instanceof Comparison c && c.active();
  }
}
