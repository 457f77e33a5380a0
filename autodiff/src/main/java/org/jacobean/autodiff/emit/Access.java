package org.jacobean.autodiff.emit;

import static org.objectweb.asm.Opcodes.*;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jacobean.autodiff.error.EngineFault;
import org.jacobean.autodiff.lift.Invocation;
import org.jacobean.autodiff.lift.Kind;
import org.jacobean.autodiff.lift.World;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldInsnNode;

/**
 * How generated code reaches the members of the code it was made from: directly where the virtual
 * machine allows it, else by a method handle in a constant of the generated class.
 */
public final class Access {
  private static final String HANDLE = "Ljava/lang/invoke/MethodHandle;";
  private final World world;
  private final String owner;
  private final ClassVisitor out;
  private final @Nullable Class<?> nest;
  private final boolean reread;
  private final List<MethodHandle> handles = new ArrayList<>();
  private final Map<String, String> bridges = new HashMap<>();
  private final Map<String, String> descriptors = new HashMap<>();

  /**
   * @param owner the generated class
   * @param reread whether the class is only read again, never run: then nothing needs a bridge
   */
  public Access(World world, String owner, ClassVisitor out, boolean reread) {
    this.world = world;
    this.reread = reread;
    this.owner = owner;
    this.out = out;
    nest = Definer.nest(world.host());
  }

  /** What {@link Definer} must hand over to the class. */
  public List<MethodHandle> handles() {
    return List.copyOf(handles);
  }

  void field(Code code, FieldInsnNode f) {
    Class<?> c = world.isGenerated(f.owner) ? null : world.load(f.owner);
    Field field = c == null ? null : find(c, f.name);
    if (c == null || field == null || direct(c, field))
      code.field(f.getOpcode(), f.owner, f.name, f.desc);
    else bridge(code, f.getOpcode() + f.owner + f.name, accessor(f, field), f.desc);
  }

  void call(Code code, Invocation c) {
    Class<?> k =
        world.isGenerated(c.owner()) || c.owner().startsWith("[") ? null : world.load(c.owner());
    Method m = k == null ? null : find(k, c);
    if (k == null || m == null || direct(k, m)) {
      code.out.visitMethodInsn(c.opcode(), c.owner(), c.name(), c.descriptor(), c.onInterface());
    } else {
      bridge(
          code,
          c.opcode() + c.owner() + c.name() + c.descriptor(),
          handle(() -> MethodHandles.lookup().unreflect(m)),
          Type.getReturnType(c.descriptor()).getDescriptor());
    }
  }

  /** Whether {@code new} and a constructor can be written as they are. */
  boolean constructs(Invocation c) {
    Class<?> k = world.load(c.owner());
    if (k == null) return true;
    for (Constructor<?> q : k.getDeclaredConstructors())
      if (Type.getConstructorDescriptor(q).equals(c.descriptor())) return direct(k, q);
    return true;
  }

  void construct(Code code, Invocation c) {
    Class<?> k = java.util.Objects.requireNonNull(world.load(c.owner()));
    for (Constructor<?> q : k.getDeclaredConstructors())
      if (Type.getConstructorDescriptor(q).equals(c.descriptor())) {
        q.setAccessible(true);
        bridge(
            code,
            "new" + c.owner() + c.descriptor(),
            handle(() -> MethodHandles.lookup().unreflectConstructor(q)),
            "L" + c.owner() + ";");
        return;
      }
  }

  private static @Nullable Field find(Class<?> start, String name) {
    for (Class<?> c = start; c != null; c = c.getSuperclass())
      for (Field f : c.getDeclaredFields()) if (f.getName().equals(name)) return settable(f);
    return null;
  }

  private static Field settable(Field f) {
    if (f.getDeclaringClass().getClassLoader() != null) f.setAccessible(true);
    return f;
  }

  private static @Nullable Method find(Class<?> start, Invocation i) {
    for (Class<?> c = start; c != null; c = c.getSuperclass())
      for (Method m : c.getDeclaredMethods())
        if (m.getName().equals(i.name()) && Type.getMethodDescriptor(m).equals(i.descriptor())) {
          if (c.getClassLoader() != null) m.setAccessible(true);
          return m;
        }
    return null;
  }

  private boolean direct(Class<?> named, Member m) {
    Class<?> c = m.getDeclaringClass();
    if (reread || c.getClassLoader() == null) return true;
    if (nest != null && c.getNestHost() == nest.getNestHost()) return true;
    boolean near =
        nest != null
            && c.getClassLoader() == nest.getClassLoader()
            && c.getPackageName().equals(nest.getPackageName());
    boolean open =
        Modifier.isPublic(m.getModifiers())
            && Modifier.isPublic(c.getModifiers())
            && Modifier.isPublic(named.getModifiers());
    return open
        || near && !Modifier.isPrivate(m.getModifiers()) && !Modifier.isPrivate(c.getModifiers());
  }

  private interface Making {
    MethodHandle make() throws IllegalAccessException;
  }

  private static MethodHandle handle(Making m) {
    try {
      return m.make();
    } catch (IllegalAccessException e) {
      throw new EngineFault("A member could not be reached", e);
    }
  }

  private static MethodHandle accessor(FieldInsnNode f, Field field) {
    boolean get = f.getOpcode() == GETFIELD || f.getOpcode() == GETSTATIC;
    return handle(
        () ->
            get
                ? MethodHandles.lookup().unreflectGetter(field)
                : MethodHandles.lookup().unreflectSetter(field));
  }

  /** Calls a method of the generated class that calls the handle. */
  private void bridge(Code code, String key, MethodHandle h, String returned) {
    String name = bridges.get(key);
    if (name == null) {
      name = "reach$" + bridges.size();
      bridges.put(key, name);
      descriptors.put(name, write(name, h));
    }
    code.callStatic(owner, name, java.util.Objects.requireNonNull(descriptors.get(name)));
    Type t = Type.getType(returned);
    boolean array = t.getSort() == Type.ARRAY && t.getElementType().getSort() != Type.OBJECT;
    if (array || t.getSort() == Type.OBJECT && visible(t)) code.cast(returned);
  }

  /** Whether generated code may name a class. */
  private boolean visible(Type t) {
    Class<?> c = world.load(t.getInternalName());
    return c != null
        && (Modifier.isPublic(c.getModifiers())
            || nest != null
                && c.getClassLoader() == nest.getClassLoader()
                && c.getPackageName().equals(nest.getPackageName())
                && !Modifier.isPrivate(c.getModifiers()));
  }

  private String write(String name, MethodHandle h) {
    MethodHandle erased = h.asType(h.type().erase());
    String descriptor = erased.type().toMethodDescriptorString();
    handles.add(erased);
    Code c = new Code(out.visitMethod(ACC_PRIVATE | ACC_STATIC, name, descriptor, null, null));
    out.visitField(ACC_PRIVATE | ACC_STATIC | ACC_FINAL, name, HANDLE, null, null);
    c.field(GETSTATIC, owner, name, HANDLE);
    for (Type t : Type.getArgumentTypes(descriptor)) c.load(Kind.of(t), c.local(Kind.of(t)));
    c.out.visitMethodInsn(
        INVOKEVIRTUAL, "java/lang/invoke/MethodHandle", "invokeExact", descriptor, false);
    c.op(Kind.of(Type.getReturnType(descriptor)).returnOpcode());
    c.end();
    return descriptor;
  }

  /** Writes the initialiser that takes the handles over; last of all. */
  public void close() {
    if (handles.isEmpty()) return;
    Code c = new Code(out.visitMethod(ACC_STATIC, "<clinit>", "()V", null, null));
    for (int i = 0; i < handles.size(); i++) {
      c.number(i);
      c.callStatic("org/jacobean/autodiff/emit/Definer", "handle", "(I)" + HANDLE);
      c.field(PUTSTATIC, owner, "reach$" + i, HANDLE);
    }
    c.op(RETURN);
    c.end();
  }
}
