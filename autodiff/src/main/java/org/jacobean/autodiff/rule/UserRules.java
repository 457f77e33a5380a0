package org.jacobean.autodiff.rule;

import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jacobean.autodiff.error.BadArgument;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * The rules users wrote, kept with the class of the method they are for. They name the classes that
 * hold the derivatives weakly: a rule lives as long as the session that wrote it.
 */
public final class UserRules {
  private static final AtomicInteger CHANGES = new AtomicInteger();

  private static final ClassValue<Map<String, Entry>> KNOWN =
      new ClassValue<>() {
        @Override
        protected Map<String, Entry> computeValue(Class<?> c) {
          return annotated(c);
        }
      };

  private record Entry(WeakReference<UserRule> rule) {}

  /** Rules that live as long as the class their derivatives stand in. */
  private static final ClassValue<List<UserRule>> HELD =
      new ClassValue<>() {
        @Override
        protected List<UserRule> computeValue(Class<?> c) {
          return new ArrayList<>();
        }
      };

  private UserRules() {}

  /** How often a rule was added: what was made before may not know it. */
  public static int changes() {
    return CHANGES.get();
  }

  public static @Nullable UserRule of(Class<?> owner, String name, String descriptor) {
    if (owner.isArray() || owner.getClassLoader() == null) return null;
    Entry e = KNOWN.get(owner).get(name + descriptor);
    return e == null ? null : e.rule.get();
  }

  /** Names and descriptors of a class's methods with rules. */
  public static Set<String> in(Class<?> owner) {
    return Set.copyOf(KNOWN.get(owner).keySet());
  }

  /** Adds a rule, or puts it in the place of the method's former one. */
  public static UserRule add(UserRule rule) {
    Method f = rule.function();
    if (!Modifier.isStatic(f.getModifiers()) || f.getDeclaringClass().getClassLoader() == null)
      throw new BadArgument(
          "A rule is for a static method of your own or of a library, and `"
              + UserRule.name(f)
              + "` is not: wrap the call in a static method and give that the rule");
    rule.checked();
    KNOWN.get(f.getDeclaringClass()).put(key(f), held(rule));
    CHANGES.incrementAndGet();
    return rule;
  }

  private static String key(Method m) {
    return m.getName() + Type.getMethodDescriptor(m);
  }

  private static Entry held(UserRule rule) {
    Method m = rule.partials().isEmpty() ? null : rule.partials().get(0);
    if (m == null) m = rule.forward() != null ? rule.forward() : rule.reverse();
    Class<?> holder = (m == null ? rule.function() : m).getDeclaringClass();
    if (holder.getClassLoader() == null) holder = rule.function().getDeclaringClass();
    List<UserRule> kept = HELD.get(holder);
    synchronized (kept) {
      kept.removeIf(r -> r.function().equals(rule.function()));
      kept.add(rule);
    }
    return new Entry(new WeakReference<>(rule));
  }

  private static Map<String, Entry> annotated(Class<?> c) {
    Map<String, Entry> found = new ConcurrentHashMap<>();
    for (Method m : methods(c)) {
      Optional.ofNullable(m.getAnnotation(Derivatives.class))
          .ifPresent(d -> found.put(key(m), held(read(c, m, d))));
    }
    return found;
  }

  private static Method[] methods(Class<?> c) {
    try {
      return c.getDeclaredMethods();
    } catch (LinkageError e) {
      return new Method[0]; // a class whose libraries are missing has no rules that could be used
    }
  }

  private static UserRule read(Class<?> c, Method m, Derivatives d) {
    List<Method> partials = new ArrayList<>();
    for (String p : d.partials()) partials.add(named(c, m, p));
    UserRule r =
        new UserRule(
            m,
            partials,
            d.forward().isEmpty() ? null : named(c, m, d.forward()),
            d.reverse().isEmpty() ? null : named(c, m, d.reverse()));
    if (!Modifier.isStatic(m.getModifiers()))
      throw new BadArgument(
          "@Derivatives is for static methods, and `" + UserRule.name(m) + "` is not");
    return r.checked();
  }

  private static Method named(Class<?> c, Method m, String name) {
    for (Method q : c.getDeclaredMethods())
      if (q.getName().equals(name) && Modifier.isStatic(q.getModifiers())) return q;
    throw new BadArgument(
        "The rule of `"
            + UserRule.name(m)
            + "` names `"
            + name
            + "`, and "
            + c.getSimpleName()
            + " has no static method of that name");
  }
}
