package org.jacobean.autodiff.analyze;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import org.jacobean.autodiff.function.Bytecode;
import org.jacobean.autodiff.lift.Block;
import org.jacobean.autodiff.lift.Invocation;
import org.jacobean.autodiff.lift.Op;
import org.jacobean.autodiff.lift.Program;
import org.jacobean.autodiff.lift.Value;
import org.jacobean.autodiff.lift.World;
import org.jacobean.autodiff.value.Active;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The calls where numbers become values that carry derivatives themselves, and values numbers. */
public final class Crossings {
  public static final String BORDER = "org/jacobean/autodiff/value/Border";
  public static final String VALUE = "Lorg/jacobean/autodiff/value/Active;";
  private static final String OUT = "(" + VALUE + ")D";
  private static final String IN = "(" + VALUE + "D)" + VALUE;
  private final World world;
  private final Map<Object, Boolean> leading = new IdentityHashMap<>();
  private final Map<String, Boolean> methods = new HashMap<>();
  private final Map<String, Boolean> classes = new HashMap<>();
  private boolean any;

  Crossings(World world) {
    this.world = world;
  }

  /** Whether a call gives the number of a value. */
  public static boolean out(Value v) {
    return v.op == Op.CALL && v.call().is(BORDER, "out");
  }

  /** Whether a call makes a value of a number. */
  public static boolean in(Value v) {
    return v.op == Op.CALL && v.call().owner().equals(BORDER) && v.call().descriptor().equals(IN);
  }

  /** Whether there was one in what was analysed. */
  public boolean any() {
    return any;
  }

  /** Writes the crossings of a program as calls of the border. */
  void mark(Program program) {
    for (Block b : program.blocks)
      for (Value v : b.body)
        if (v.op == Op.CALL) {
          Invocation c = v.call();
          if (asks(c)) v.detail = border("out", OUT);
          else if (tells(c)) v.detail = border("in", IN);
          any |= out(v) || in(v);
        }
  }

  public static Invocation border(String name, String descriptor) {
    return Invocation.of(Opcodes.INVOKESTATIC, BORDER, name, descriptor);
  }

  private boolean asks(Invocation c) {
    return c.name().equals("item") && c.descriptor().equals("()D") && values(c.owner());
  }

  private boolean tells(Invocation c) {
    return c.name().equals("number") && c.descriptor().equals("(D)" + VALUE) && values(c.owner());
  }

  /** Whether a class's objects carry derivatives themselves. */
  boolean values(String internalName) {
    if (internalName.startsWith("java/") || internalName.startsWith("[")) return false;
    return classes.computeIfAbsent(internalName, this::isValue);
  }

  private boolean isValue(String internalName) {
    Class<?> c = world.load(internalName);
    return c != null && Active.class.isAssignableFrom(c);
  }

  boolean valueType(@Nullable String descriptor) {
    return descriptor != null
        && descriptor.startsWith("L")
        && values(descriptor.substring(1, descriptor.length() - 1));
  }

  /** Whether the code of a call, or what it calls, takes the number of a value. */
  boolean leads(Value call) {
    Object key = Objects.requireNonNull(call.detail);
    Boolean known = leading.get(key);
    if (known != null) return known;
    Invocation c = call.call();
    boolean b = c.body() != null ? leads(c.body()) : leads(c.owner(), c.name(), c.descriptor());
    leading.put(key, b);
    return b;
  }

  private boolean leads(Program piece) {
    for (Block b : piece.blocks)
      for (Value v : b.body)
        if (v.op == Op.CALL && (out(v) || asks(v.call()) || leads(v))) return true;
    return false;
  }

  private boolean leads(String owner, String name, String descriptor) {
    if (owner.startsWith("java/") || owner.startsWith("[") || own(owner, descriptor)) return false;
    String key = owner + "." + name + descriptor;
    Boolean known = methods.putIfAbsent(key, false); // a method that calls itself adds nothing
    if (known != null) return known;
    MethodNode m = find(world.load(owner), name, descriptor);
    boolean b = m != null && leads(m);
    methods.put(key, b);
    return b;
  }

  /** The values' own operations are taken whole; only those about numbers are looked into. */
  private boolean own(String owner, String descriptor) {
    return values(owner) && !descriptor.endsWith("D");
  }

  private boolean leads(MethodNode m) {
    for (AbstractInsnNode x : m.instructions)
      if (x instanceof MethodInsnNode c) {
        Invocation i = Invocation.of(c.getOpcode(), c.owner, c.name, c.desc);
        if (asks(i) || leads(c.owner, c.name, c.desc)) return true;
      }
    return false;
  }

  private static @Nullable MethodNode find(@Nullable Class<?> start, String name, String d) {
    for (Class<?> c = start; c != null && c.getClassLoader() != null; c = c.getSuperclass()) {
      MethodNode m = Bytecode.method(c, name, d);
      if (m != null) return m;
    }
    return null;
  }
}
