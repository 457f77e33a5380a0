package org.jacobean.autodiff;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import org.jacobean.autodiff.error.BadArgument;
import org.jacobean.autodiff.tier.Leaf;
import org.jacobean.autodiff.tier.Signature;
import org.objectweb.asm.Type;

/**
 * What goes into a function: checks, zeros of the same shape, and the choice of what to
 * differentiate by.
 */
final class Arguments {
  private Arguments() {}

  static boolean fits(Type type, Object v) {
    return switch (type.getSort()) {
      case Type.INT -> v instanceof Integer;
      case Type.LONG -> v instanceof Long;
      case Type.BOOLEAN -> v instanceof Boolean;
      case Type.CHAR -> v instanceof Character;
      case Type.SHORT -> v instanceof Short;
      case Type.BYTE -> v instanceof Byte;
      case Type.ARRAY ->
          v.getClass().isArray() && v.getClass().descriptorString().equals(type.getDescriptor())
              || type.getElementType().getSort() == Type.OBJECT;
      default -> true;
    };
  }

  /** An array of the same shape, filled with zeros. */
  static Object zeros(Object array) {
    if (array instanceof double[] a) return new double[a.length];
    if (array instanceof float[] a) return new float[a.length];
    int n = Array.getLength(array);
    Object out = Array.newInstance(array.getClass().getComponentType(), n);
    for (int i = 0; i < n; i++) {
      Object row = Array.get(array, i);
      if (row != null) Array.set(out, i, zeros(row));
    }
    return out;
  }

  /** Every leaf of a free parameter that a derivative can be taken by. */
  static boolean[] all(Signature s) {
    boolean[] active = new boolean[s.leaves().size()];
    boolean any = false;
    for (int i = 0; i < active.length; i++) {
      Leaf l = s.leaves().get(i);
      active[i] = l.parameter() >= s.bound() && l.differentiable();
      any |= active[i];
    }
    if (!any)
      throw new BadArgument(
          "`"
              + s.target().source()
              + "` has no double, float or array of them among its parameters "
              + s.names()
              + ": there is nothing to differentiate by");
    return active;
  }

  static boolean[] named(Signature s, String... names) {
    boolean[] active = new boolean[s.leaves().size()];
    for (String n : names) if (!mark(s, active, n)) throw unknown(s, n);
    return active;
  }

  static boolean[] numbered(Signature s, int... positions) {
    boolean[] active = new boolean[s.leaves().size()];
    for (int p : positions) {
      if (p < 0 || s.bound() + p >= s.names().size()) throw unknown(s, "position " + p);
      mark(s, active, s.bound() + p);
    }
    return active;
  }

  private static boolean mark(Signature s, boolean[] active, String name) {
    boolean found = false;
    for (int i = 0; i < active.length; i++) {
      Leaf l = s.leaves().get(i);
      boolean meant = l.name().equals(name) || l.name().startsWith(name + ".");
      if (l.parameter() < s.bound() || !meant) continue;
      if (l.name().equals(name)) refuseConstant(l);
      active[i] |= l.differentiable();
      found |= l.differentiable();
    }
    return found;
  }

  private static void mark(Signature s, boolean[] active, int parameter) {
    for (int i = 0; i < active.length; i++) {
      Leaf l = s.leaves().get(i);
      if (l.parameter() != parameter) continue;
      if (l.path().isEmpty()) refuseConstant(l);
      active[i] = l.differentiable();
    }
  }

  private static void refuseConstant(Leaf l) {
    if (!l.differentiable())
      throw new BadArgument(
          "`"
              + l.name()
              + "` is a "
              + l.type().getClassName()
              + ": a derivative is taken by a double, a float, an array or a record of them");
  }

  private static BadArgument unknown(Signature s, String asked) {
    List<String> free = new ArrayList<>(s.names().subList(s.bound(), s.names().size()));
    return new BadArgument(
        "`"
            + s.target().source()
            + "` has no parameter "
            + asked
            + " to differentiate by; its parameters are "
            + free);
  }
}
