package org.jacobean.autodiff.trace.copy;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;

/** The JDK's private lookup: by reflection where java.lang.invoke is opened, else by Unsafe. */
final class Trusted {
  private Trusted() {}

  static MethodHandles.Lookup lookup() throws ReflectiveOperationException {
    Field f = MethodHandles.Lookup.class.getDeclaredField("IMPL_LOOKUP");
    if (f.trySetAccessible()) {
      return (MethodHandles.Lookup) f.get(null);
    }
    Class<?> c = Class.forName("sun.misc.Unsafe");
    Field the = c.getDeclaredField("theUnsafe");
    the.setAccessible(true);
    Object unsafe = the.get(null);
    Object base = c.getMethod("staticFieldBase", Field.class).invoke(unsafe, f);
    Object offset = c.getMethod("staticFieldOffset", Field.class).invoke(unsafe, f);
    return (MethodHandles.Lookup)
        c.getMethod("getObject", Object.class, long.class).invoke(unsafe, base, offset);
  }
}
