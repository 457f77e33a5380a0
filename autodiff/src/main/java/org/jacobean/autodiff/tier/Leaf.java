package org.jacobean.autodiff.tier;

import java.lang.reflect.RecordComponent;
import java.util.List;
import org.objectweb.asm.Type;

/**
 * A number, array or object a parameter or result consists of: itself, or a component of a record.
 *
 * @param parameter index of the parameter, the receiver and captured values first
 * @param path record components that lead from the parameter to the leaf, outermost first
 * @param type what the leaf is
 * @param name as a user would write it: {@code w}, or {@code p.slope}
 * @param value whether it is an object that carries derivatives itself
 */
public record Leaf(
    int parameter, List<RecordComponent> path, Type type, String name, boolean value) {

  /** Whether it is a double or a float. */
  public boolean number() {
    return type.getSort() == Type.DOUBLE || type.getSort() == Type.FLOAT;
  }

  /** Whether a derivative can be taken by it: a double, a float, an array of them or a value. */
  public boolean differentiable() {
    if (value) return true;
    Type t = type.getSort() == Type.ARRAY ? type.getElementType() : type;
    return t.getSort() == Type.DOUBLE || t.getSort() == Type.FLOAT;
  }
}
