package org.jacobean.autodiff.trace.rewrite;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jacobean.autodiff.error.EngineFault;
import org.jacobean.autodiff.rule.UserRule;
import org.jacobean.autodiff.rule.UserRules;
import org.jacobean.autodiff.trace.contract.WrittenRule;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** Rules written by hand, in terms of a world's own classes. */
final class RuleHandles implements WrittenRule.Source {
  private final World world;
  private final Map<Class<?>, Map<String, WrittenRule>> known = new HashMap<>();

  RuleHandles(World world) {
    this.world = world;
  }

  @Override
  public WrittenRule of(Class<?> rewritten, String signature) {
    return known
        .computeIfAbsent(rewritten, c -> new HashMap<>())
        .computeIfAbsent(signature, s -> make(rewritten, s));
  }

  private WrittenRule make(Class<?> rewritten, String signature) {
    try {
      int descriptor = signature.indexOf('(');
      String name = signature.substring(0, descriptor);
      UserRule r = UserRules.of(world.original(rewritten), name, signature.substring(descriptor));
      if (r == null) throw new EngineFault("The rule of " + signature + " is gone");
      List<MethodHandle> partials = new ArrayList<>();
      for (Method p : r.partials()) partials.add(inWorld(p));
      return new WrittenRule(
          rewritten.getSimpleName() + "." + name,
          function(rewritten, r.function()),
          partials,
          optional(r.forward()),
          optional(r.reverse()));
    } catch (ReflectiveOperationException e) {
      throw new EngineFault("The rule of " + signature + " cannot be reached", e);
    }
  }

  /** A native method is called as it is: it gets plain numbers only. */
  private static MethodHandle function(Class<?> rewritten, Method f)
      throws ReflectiveOperationException {
    return Modifier.isNative(f.getModifiers())
        ? handle(f)
        : handle(find(rewritten, Primitives.plainName(f.getName()), f));
  }

  private @Nullable MethodHandle optional(@Nullable Method m) throws ReflectiveOperationException {
    return m == null ? null : inWorld(m);
  }

  /** A method of the JDK goes through the table where it has a place there. */
  private MethodHandle inWorld(Method m) throws ReflectiveOperationException {
    Class<?> c = world.counterpart(m.getDeclaringClass());
    if (c != m.getDeclaringClass()) return handle(find(c, m.getName(), m));
    return handle(world.replaced(m));
  }

  private static Method find(Class<?> c, String name, Method like) throws NoSuchMethodException {
    String d = Type.getMethodDescriptor(like);
    for (Method m : c.getDeclaredMethods())
      if (m.getName().equals(name) && Type.getMethodDescriptor(m).equals(d)) return m;
    throw new NoSuchMethodException(c + "." + name + d);
  }

  private static MethodHandle handle(Method m) throws IllegalAccessException {
    if (m.getDeclaringClass().getClassLoader() != null) m.setAccessible(true);
    return MethodHandles.lookup().unreflect(m);
  }
}
