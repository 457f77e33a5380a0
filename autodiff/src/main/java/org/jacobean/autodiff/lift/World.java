package org.jacobean.autodiff.lift;

import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jacobean.autodiff.error.NotDifferentiable;
import org.jacobean.autodiff.function.Bytecode;
import org.jacobean.autodiff.rule.UserRule;
import org.jacobean.autodiff.rule.UserRules;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Finds the programs of methods that a method calls, seen from the class it stands in. */
public final class World {
  /** Its functions mean something to the engine; they are not programs to be read. */
  private static final String FACADE = "org/jacobean/autodiff/Diff";

  private final Class<?> host;
  private final @Nullable Class<?> receiver;
  private final Map<Value, Class<?>> bound = new HashMap<>();
  private final Map<String, ClassNode> generated = new ConcurrentHashMap<>();

  /**
   * @param host class whose loader resolves names
   * @param receiver exact class of the bound receiver, when the function has one: calls on {@code
   *     this} then mean this class's methods
   */
  public World(Class<?> host, @Nullable Class<?> receiver) {
    this.host = host;
    this.receiver = receiver;
  }

  public Class<?> host() {
    return host;
  }

  /** Classes of ours that no loader serves. */
  public void add(ClassNode node) {
    generated.put(node.name, node);
  }

  public boolean isGenerated(String owner) {
    return generated.containsKey(owner);
  }

  /** The program of a called method, or null when its bytecode or the method meant is not known. */
  public @Nullable Program lift(Invocation call, Value[] args) {
    if (call.body() != null) return call.body();
    Program known = Substitutes.of(call, args);
    if (known != null) return known;
    ClassNode own = generated.get(call.owner());
    if (own != null) return lift(own, call.name(), call.descriptor());
    Class<?> c = load(call.owner());
    if (c == null || c.isArray() || call.owner().equals(FACADE) || rule(call) != null) return null;
    Class<?> exact = call.isStatic() || args.length == 0 ? null : exactClass(args[0]);
    if (exact != null && c.isAssignableFrom(exact) && call.opcode() != Opcodes.INVOKESPECIAL)
      c = exact;
    return c.getClassLoader() == null ? null : resolve(c, call, c == exact);
  }

  /** The rule a user wrote for a method, or null. */
  public @Nullable UserRule rule(Invocation call) {
    if (!call.isStatic() || call.body() != null || isGenerated(call.owner())) return null;
    if (call.owner().startsWith("java/") || call.owner().startsWith("[")) return null;
    Class<?> c = load(call.owner());
    return c == null ? null : UserRules.of(c, call.name(), call.descriptor());
  }

  /** The class a bound value is exactly of, when it is known. */
  private @Nullable Class<?> exactClass(Value v) {
    return v.op == Op.PARAM && "this".equals(v.name) ? receiver : bound.get(v);
  }

  /** Says of which class a bound parameter is. */
  public void bind(Value parameter, Class<?> exact) {
    bound.put(parameter, exact);
  }

  private static @Nullable Program lift(ClassNode node, String name, String descriptor) {
    for (MethodNode m : node.methods)
      if (m.name.equals(name) && m.desc.equals(descriptor)) return Lifter.lift(node.name, m);
    return null;
  }

  private static @Nullable Program resolve(Class<?> start, Invocation call, boolean exact) {
    for (Class<?> c = start; c != null && c.getClassLoader() != null; c = c.getSuperclass()) {
      MethodNode m = Bytecode.method(c, call.name(), call.descriptor());
      if (m == null) continue;
      boolean fixed =
          exact
              || call.isStatic()
              || call.opcode() == Opcodes.INVOKESPECIAL
              || (m.access & (Opcodes.ACC_FINAL | Opcodes.ACC_PRIVATE)) != 0
              || Modifier.isFinal(c.getModifiers());
      return fixed && m.instructions.size() > 0 ? Lifter.lift(internal(c), m) : null;
    }
    return null;
  }

  private static String internal(Class<?> c) {
    return c.getName().replace('.', '/');
  }

  public @Nullable Class<?> load(String internalName) {
    try {
      return Class.forName(internalName.replace('/', '.'), false, host.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      return internalName.startsWith("org/jacobean/") ? ours(internalName) : null;
    }
  }

  private static @Nullable Class<?> ours(String internalName) {
    try {
      return Class.forName(internalName.replace('/', '.'), false, World.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  /** The refusal of a call whose arguments carry derivatives and whose code cannot be read. */
  public static NotDifferentiable refuse(Program in, Value call) {
    String what = "`" + call.call().source() + "`";
    return new NotDifferentiable(
        what,
        in.source(),
        call.line,
        "an active value goes into a method whose code or meaning is not known here",
        "call a method that can be read, give it a rule with Diff.rule(…), or mark the argument Diff.constant(…)");
  }
}
