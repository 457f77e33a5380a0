package org.jacobean.autodiff.function;

import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import org.jacobean.autodiff.error.BadArgument;

/** What a lambda tells about itself when it is asked to be written out. */
final class Lambdas {
  private Lambdas() {}

  static SerializedLambda reveal(Object lambda) {
    try {
      Method m = lambda.getClass().getDeclaredMethod("writeReplace");
      m.setAccessible(true);
      return (SerializedLambda) m.invoke(lambda);
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new BadArgument(
          "The method behind this lambda cannot be found, because its interface is not Serializable;"
              + " hand it over directly, as in grad((x, y) -> …), or give its variable one of the types in org.jacobean.autodiff");
    }
  }

  static Class<?> load(String internalName, Class<?> neighbour) {
    try {
      return Class.forName(internalName.replace('/', '.'), false, neighbour.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new BadArgument(
          "The class " + internalName.replace('/', '.') + " of this lambda cannot be loaded");
    }
  }
}
