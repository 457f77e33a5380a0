package org.jacobean.autodiff.analyze;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jacobean.autodiff.error.NotDifferentiable;
import org.jacobean.autodiff.function.Bytecode;
import org.jacobean.autodiff.lift.Invocation;
import org.jacobean.autodiff.lift.World;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Records whose constructor and accessors do nothing of their own, so that they are no more than
 * their components.
 */
public final class Records {
  private final World world;
  private final Map<String, Optional<Shape>> known = new HashMap<>();

  public Records(World world) {
    this.world = world;
  }

  /** A record's components. */
  public record Shape(Invocation constructor, List<String> names, List<Type> types) {}

  /** The shape of a type, or null when it is no such record. */
  public @Nullable Shape of(@Nullable String type) {
    if (type == null || !type.startsWith("L")) return null;
    return known
        .computeIfAbsent(type, t -> Optional.ofNullable(shape(t.substring(1, t.length() - 1))))
        .orElse(null);
  }

  private @Nullable Shape shape(String internalName) {
    Class<?> c = world.load(internalName);
    if (c == null || !c.isRecord() || c.getClassLoader() == null) return null;
    List<String> names = new ArrayList<>();
    List<Type> types = new ArrayList<>();
    for (RecordComponent q : c.getRecordComponents()) {
      names.add(q.getName());
      types.add(Type.getType(q.getType()));
    }
    String descriptor = Type.getMethodDescriptor(Type.VOID_TYPE, types.toArray(new Type[0]));
    try {
      if (!plain(Bytecode.method(c, "<init>", descriptor))) return null;
      for (int i = 0; i < names.size(); i++)
        if (!plain(Bytecode.method(c, names.get(i), Type.getMethodDescriptor(types.get(i)))))
          return null;
    } catch (NotDifferentiable e) {
      return null;
    }
    return new Shape(
        Invocation.of(Opcodes.INVOKESPECIAL, internalName, "<init>", descriptor), names, types);
  }

  /** Only loads, field accesses and the call of Record's constructor. */
  private static boolean plain(@Nullable MethodNode m) {
    if (m == null) return false;
    for (AbstractInsnNode x : m.instructions) {
      int o = x.getOpcode();
      boolean harmless =
          o < 0
              || o >= Opcodes.ILOAD && o <= Opcodes.ALOAD
              || o == Opcodes.PUTFIELD
              || o == Opcodes.GETFIELD
              || o == Opcodes.INVOKESPECIAL
              || o >= Opcodes.IRETURN && o <= Opcodes.RETURN;
      if (!harmless) return false;
    }
    return true;
  }
}
