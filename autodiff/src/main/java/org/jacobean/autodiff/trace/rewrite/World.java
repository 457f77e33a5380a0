package org.jacobean.autodiff.trace.rewrite;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.jacobean.autodiff.error.EngineFault;
import org.jacobean.autodiff.rule.UserRules;
import org.jacobean.autodiff.trace.contract.Recorder;
import org.jacobean.autodiff.trace.contract.Statics;
import org.jacobean.autodiff.trace.contract.WrittenRule;
import org.jacobean.autodiff.trace.tape.Originals;
import org.jacobean.autodiff.trace.tape.TapeRecorder;
import org.jacobean.autodiff.trace.tape.Written;

/**
 * A place where doubles remember: one tape, and the rewritten counterparts of all classes it was
 * asked for. Used by one thread at a time.
 */
public final class World {
  static final String LOOKUP = "lookup$traced";

  private final Rewriter rewriter;
  private final RuntimeLoader runtime;
  private final Recorder recorder;
  private final Map<ClassLoader, Mirror> mirrors = Collections.synchronizedMap(new WeakHashMap<>());
  private int classes;

  private final CallTable table;

  public World(CallTable table) {
    this.table = table;
    rewriter = new Rewriter(table);
    runtime = new RuntimeLoader(rewriter);
    try {
      Class<?> c = runtime.loadClass(TapeRecorder.class.getName());
      recorder = (Recorder) c.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new EngineFault("the runtime of tracing cannot be loaded", e);
    }
    rules();
  }

  private void rules() {
    try {
      WrittenRule.Source rules = new RuleHandles(this);
      runtimeClass(Written.class.getName())
          .getMethod("from", WrittenRule.Source.class)
          .invoke(null, rules);
    } catch (ReflectiveOperationException e) {
      throw new EngineFault("the runtime of tracing cannot be reached", e);
    }
  }

  public Recorder recorder() {
    return recorder;
  }

  /** Says where rewritten classes of the user get their statics from. */
  public void statics(Statics source) {
    try {
      runtimeClass(Originals.class.getName()).getMethod("from", Statics.class).invoke(null, source);
    } catch (ReflectiveOperationException e) {
      throw new EngineFault("the runtime of tracing cannot be reached", e);
    }
  }

  /** The rewritten class of an original; the original itself where it stays outside. */
  public Class<?> counterpart(Class<?> original) throws ClassNotFoundException {
    if (original.isArray()) {
      return counterpart(original.getComponentType()).arrayType();
    }
    if (Border.staysOutside(original)) {
      return original;
    }
    ClassLoader loader = original.getClassLoader();
    Mirror m = mirrors.computeIfAbsent(loader, l -> new Mirror(this, l));
    return m.loadClass(original.getName(), false);
  }

  /** The original of a rewritten class, initialised. */
  public Class<?> original(Class<?> rewritten) throws ClassNotFoundException {
    Mirror m = (Mirror) rewritten.getClassLoader();
    return Class.forName(rewritten.getName(), true, m.original(rewritten.getName()));
  }

  /** A lookup with all rights of a rewritten class. */
  public MethodHandles.Lookup lookup(Class<?> rewritten) throws ReflectiveOperationException {
    Method m = rewritten.getDeclaredMethod(LOOKUP);
    m.setAccessible(true);
    return (MethodHandles.Lookup) m.invoke(null);
  }

  /** A class of the runtime as this world has it, for calls of the table. */
  public Class<?> runtimeClass(String name) throws ClassNotFoundException {
    return runtime.loadClass(name);
  }

  /** User classes whose code or statics a class may use, itself first. */
  public Set<Class<?>> reachable(Class<?> rewritten) {
    Set<Class<?>> met = new LinkedHashSet<>();
    Deque<Class<?>> next = new ArrayDeque<>(List.of(rewritten));
    while (!next.isEmpty()) {
      Class<?> c = next.pop();
      if (c.getClassLoader() instanceof Mirror m && m.isUsers(c) && met.add(c)) {
        m.mentioned(c).forEach(next::push);
      }
    }
    met.removeIf(c -> c.isInterface() || c.isEnum());
    return met;
  }

  byte[] rewrite(Class<?> original, byte[] code) {
    classes++;
    return rewriter.rewrite(code, Border.copiesStatics(original), UserRules.in(original));
  }

  /** How many classes were rewritten here. */
  public int classes() {
    return classes;
  }

  /** What stands for a static method of the JDK here. */
  Method replaced(Method m) throws ReflectiveOperationException {
    String d = org.objectweb.asm.Type.getMethodDescriptor(m);
    String owner = org.objectweb.asm.Type.getInternalName(m.getDeclaringClass());
    var t = table.replacement(owner, m.getName(), d, true);
    if (t.isEmpty()) return m;
    for (Method q : runtimeClass(t.get().owner().replace('/', '.')).getDeclaredMethods())
      if (q.getName().equals(t.get().name())
          && org.objectweb.asm.Type.getMethodDescriptor(q).equals(t.get().descriptor())) return q;
    return m;
  }
}
