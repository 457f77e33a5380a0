package org.jacobean.autodiff.trace.copy;

import java.lang.invoke.SerializedLambda;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jacobean.autodiff.error.EngineFault;
import org.jspecify.annotations.Nullable;

/**
 * What a lambda is made of.
 *
 * @param shape its functional interface
 * @param shapeMethod the name of that interface's method
 * @param shapeDescriptor its descriptor, erased
 * @param instantiated its descriptor as the lambda uses it
 * @param owner the class of the implementing method
 * @param name its name
 * @param descriptor its descriptor
 * @param kind how it is invoked, as method handles number it
 * @param maker the class whose code made the lambda
 * @param captured the values it captured
 */
record LambdaParts(
    Class<?> shape,
    String shapeMethod,
    String shapeDescriptor,
    String instantiated,
    Class<?> owner,
    String name,
    String descriptor,
    int kind,
    Class<?> maker,
    List<@Nullable Object> captured) {

  static LambdaParts of(Object lambda) {
    try {
      Method m = lambda.getClass().getDeclaredMethod("writeReplace");
      m.setAccessible(true);
      return of((SerializedLambda) m.invoke(lambda), lambda.getClass().getClassLoader());
    } catch (NoSuchMethodException | InaccessibleObjectException e) {
      return HiddenLambda.parts(lambda);
    } catch (IllegalAccessException | InvocationTargetException | ClassNotFoundException e) {
      throw new EngineFault("the lambda " + lambda + " does not tell its parts", e);
    }
  }

  private static LambdaParts of(SerializedLambda s, @Nullable ClassLoader loader)
      throws ClassNotFoundException {
    List<@Nullable Object> captured = new ArrayList<>();
    for (int i = 0; i < s.getCapturedArgCount(); i++) {
      captured.add(s.getCapturedArg(i));
    }
    return new LambdaParts(
        load(s.getFunctionalInterfaceClass(), loader),
        s.getFunctionalInterfaceMethodName(),
        s.getFunctionalInterfaceMethodSignature(),
        s.getInstantiatedMethodType(),
        load(s.getImplClass(), loader),
        s.getImplMethodName(),
        s.getImplMethodSignature(),
        s.getImplMethodKind(),
        load(s.getCapturingClass(), loader),
        captured);
  }

  static Class<?> load(String internalName, @Nullable ClassLoader loader)
      throws ClassNotFoundException {
    return Class.forName(internalName.replace('/', '.'), false, loader);
  }
}
