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
 */
public record Leaf(int parameter, List<RecordComponent> path, Type type, String name) {

  /** Whether it is a double or a float. */
  public boolean number() {
    return type.getSort() == Type.DOUBLE || type.getSort() == Type.FLOAT;
  }

  /** Whether a derivative can be taken by it: a double or float, or an array of them. */
  public boolean differentiable() {
    Type t = type.getSort() == Type.ARRAY ? type.getElementType() : type;
    return t.getSort() == Type.DOUBLE || t.getSort() == Type.FLOAT;
  }
}
