package org.jacobean.autodiff.function;

import java.util.ArrayList;
import java.util.List;
import org.jacobean.autodiff.error.SourceName;
import org.objectweb.asm.Type;

/**
 * The method a function means, with the values already bound to its first parameters.
 *
 * @param owner the class the method stands in
 * @param name its name there
 * @param descriptor its descriptor
 * @param isStatic whether it takes no receiver; otherwise the receiver counts as the first
 *     parameter
 * @param captured receiver and captured values, bound to the first parameters; they carry no
 *     derivative
 */
public record Target(
    Class<?> owner, String name, String descriptor, boolean isStatic, List<Object> captured) {

  /** Types of all parameters, the receiver and captured ones first. */
  public List<Type> parameterTypes() {
    List<Type> types = new ArrayList<>();
    if (!isStatic) types.add(Type.getType(owner));
    types.addAll(List.of(Type.getArgumentTypes(descriptor)));
    return types;
  }

  /** Types of the parameters still free: those the function is called with. */
  public List<Type> freeTypes() {
    return parameterTypes().subList(captured.size(), parameterTypes().size());
  }

  public Type returnType() {
    return Type.getReturnType(descriptor);
  }

  public String ownerName() {
    return Type.getInternalName(owner);
  }

  /** The method as errors name it. */
  public String source() {
    return SourceName.method(owner.getName(), name);
  }
}
