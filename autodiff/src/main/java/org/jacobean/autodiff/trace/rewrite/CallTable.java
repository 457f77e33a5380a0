package org.jacobean.autodiff.trace.rewrite;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jacobean.autodiff.trace.library.ArraysCalls;
import org.jacobean.autodiff.trace.library.BoxCalls;
import org.jacobean.autodiff.trace.library.CollectionCalls;
import org.jacobean.autodiff.trace.library.CollectorsCalls;
import org.jacobean.autodiff.trace.library.DiffCalls;
import org.jacobean.autodiff.trace.library.DoubleCalls;
import org.jacobean.autodiff.trace.library.MathCalls;
import org.jacobean.autodiff.trace.library.ObjectsCalls;
import org.jacobean.autodiff.trace.library.OrderCalls;
import org.jacobean.autodiff.trace.library.OutputCalls;
import org.jacobean.autodiff.trace.library.Replaces;
import org.jacobean.autodiff.trace.library.StreamCalls;
import org.jacobean.autodiff.trace.library.StrictMathCalls;
import org.jacobean.autodiff.trace.library.TextCalls;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** What becomes of a call into the JDK: a method of ours, the call itself, or a refusal. */
public final class CallTable {

  /** A static method standing for a call. */
  public record Target(String owner, String name, String descriptor) {}

  private static final List<Class<?>> LIBRARY =
      List.of(
          MathCalls.class,
          StrictMathCalls.class,
          DoubleCalls.class,
          DiffCalls.class,
          BoxCalls.class,
          ObjectsCalls.class,
          TextCalls.class,
          OutputCalls.class,
          ArraysCalls.class,
          CollectionCalls.class,
          OrderCalls.class,
          StreamCalls.class,
          CollectorsCalls.class);

  /** Whose methods keep, pass and give back doubles. */
  private static final List<String> MOVERS =
      List.of(
          "java/util/function/",
          "java/util/stream/",
          "java/util/Optional",
          "java/util/PrimitiveIterator",
          "java/util/Spliterator",
          "java/util/Iterator",
          "java/lang/invoke/");

  /** Final classes that hold no doubles, too common to ask about. */
  private static final Set<String> PLAIN =
      Set.of("java/lang/Integer", "java/lang/Long", "java/lang/Boolean", "java/lang/Character");

  /** The engine's own functions that mean something inside a traced program. */
  private static final String FACADE = "org/jacobean/autodiff/Diff";

  private static final Set<String> BOX_MOVES = Set.of("valueOf", "doubleValue", "<init>");

  private static final Set<String> ARRAY_MOVES =
      Set.of("fill", "copyOf", "copyOfRange", "setAll", "stream", "asList", "spliterator");

  private volatile boolean draws;
  private final Map<String, Target> statics = new HashMap<>();
  private final Map<String, Target> instances = new HashMap<>();
  private final Map<String, Optional<Target>> found = new ConcurrentHashMap<>();

  public CallTable() {
    for (Class<?> c : LIBRARY) {
      for (Method m : c.getDeclaredMethods()) {
        if (Modifier.isPublic(m.getModifiers())) {
          enter(c, m);
        }
      }
    }
  }

  private void enter(Class<?> c, Method m) {
    Replaces own = m.getAnnotation(Replaces.class);
    Replaces r = own != null ? own : c.getAnnotation(Replaces.class);
    if (r == null) {
      return;
    }
    String d = Type.getMethodDescriptor(m);
    String name = r.name().isEmpty() ? m.getName() : r.name();
    Target target = new Target(Type.getInternalName(c), m.getName(), d);
    if (r.value().length == 0) {
      statics.put(key(FACADE, name, d), target);
    }
    for (Class<?> owner : r.value()) {
      (r.instance() ? instances : statics)
          .put(key(Type.getInternalName(owner), name, r.instance() ? withoutFirst(d) : d), target);
    }
  }

  private static String withoutFirst(String d) {
    return "(" + d.substring(1 + Type.getArgumentTypes(d)[0].getDescriptor().length());
  }

  private static String key(String owner, String name, String descriptor) {
    return owner + "." + name + descriptor;
  }

  /** The replacement of a JDK method, also when it is called through a subtype of its owner. */
  public Optional<Target> replacement(
      String owner, String name, String descriptor, boolean isStatic) {
    if (owner.equals(FACADE)) {
      return Optional.ofNullable(statics.get(key(owner, name, descriptor)));
    }
    if (!isJdk(owner) || PLAIN.contains(owner)) {
      return Optional.empty();
    }
    String key = (isStatic ? "s " : "i ") + key(owner, name, descriptor);
    Optional<Target> known = found.get(key);
    if (known == null) {
      known = Optional.ofNullable(search(owner, name, descriptor, isStatic));
      found.put(key, known);
    }
    return known;
  }

  private @Nullable Target search(String owner, String name, String descriptor, boolean isStatic) {
    Target t = (isStatic ? statics : instances).get(key(owner, name, descriptor));
    boolean text = owner.equals("java/lang/String");
    if (t != null || text || owner.startsWith("[") || name.startsWith("<")) {
      return t;
    }
    Class<?> c;
    try {
      c = Class.forName(owner.replace('/', '.'), false, ClassLoader.getPlatformClassLoader());
    } catch (ClassNotFoundException e) {
      return null;
    }
    for (Class<?> up : c.getInterfaces()) {
      t = search(Type.getInternalName(up), name, descriptor, isStatic);
      if (t != null) {
        return t;
      }
    }
    Class<?> above = c.isInterface() ? Object.class : c.getSuperclass();
    return above == null ? null : search(Type.getInternalName(above), name, descriptor, isStatic);
  }

  /** Notes that code rewritten here draws from the JDK's shared generators. */
  void noteDraw(String owner, String name) {
    if (owner.equals("java/util/concurrent/ThreadLocalRandom")
        || name.equals("random")
            && (owner.equals("java/lang/Math") || owner.equals("java/lang/StrictMath")))
      draws = true;
  }

  /** Whether any code rewritten so far draws from the JDK's shared generators. */
  public boolean draws() {
    return draws;
  }

  /** How a call into the JDK is treated. */
  public Treatment treatment(String owner, String name, String descriptor, boolean isStatic) {
    if (!name.equals("<init>") && replacement(owner, name, descriptor, isStatic).isPresent()) {
      return Treatment.RULE;
    }
    if (Guards.needed(owner, name, descriptor)) {
      return Treatment.REFUSED;
    }
    return moves(owner, name) ? Treatment.MOVE : Treatment.CONSTANT;
  }

  /** Whether a class belongs to the JDK, which is never rewritten. */
  public static boolean isJdk(String internalName) {
    return internalName.startsWith("java/")
        || internalName.startsWith("javax/")
        || internalName.startsWith("jdk/")
        || internalName.startsWith("sun/")
        || internalName.startsWith("com/sun/");
  }

  /** Whether a JDK method is known to hand doubles on without looking at them. */
  public static boolean moves(String owner, String name) {
    return MOVERS.stream().anyMatch(owner::startsWith)
        || owner.equals("java/lang/Double") && BOX_MOVES.contains(name)
        || owner.equals("java/lang/Number") && name.equals("doubleValue")
        || owner.equals("java/util/Arrays") && ARRAY_MOVES.contains(name)
        || owner.equals("java/lang/reflect/Array")
        || owner.equals("java/lang/reflect/Field");
  }
}
