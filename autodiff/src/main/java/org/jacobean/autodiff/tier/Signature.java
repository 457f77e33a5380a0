package org.jacobean.autodiff.tier;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jacobean.autodiff.error.BadArgument;
import org.jacobean.autodiff.error.EngineFault;
import org.jacobean.autodiff.function.Bytecode;
import org.jacobean.autodiff.function.Target;
import org.jacobean.autodiff.value.Active;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A function's parameters and result, flattened to leaves: records become their components.
 *
 * @param target the method
 * @param names one for each parameter, bound ones included
 * @param leaves of all parameters, in order
 * @param results leaves of what it returns
 */
public record Signature(Target target, List<String> names, List<Leaf> leaves, List<Leaf> results) {

  public static Signature of(Target target) {
    List<Type> types = target.parameterTypes();
    List<String> names = names(target, types);
    List<Leaf> leaves = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      boolean bound = i < target.captured().size();
      flatten(i, List.of(), types.get(i), names.get(i), bound, target, leaves);
    }
    List<Leaf> results = new ArrayList<>();
    if (target.returnType().getSort() != Type.VOID)
      flatten(0, List.of(), target.returnType(), "result", false, target, results);
    return new Signature(target, names, leaves, results);
  }

  /** How many parameters are bound already. */
  public int bound() {
    return target.captured().size();
  }

  /** Puts the value of a parameter into a frame, leaf by leaf. */
  public void put(Frame frame, int parameter, @Nullable Object value) {
    for (int i = 0; i < leaves.size(); i++) {
      Leaf l = leaves.get(i);
      if (l.parameter() != parameter) continue;
      Object v = follow(l, value);
      if (l.number()) frame.numbers[i] = number(l, v);
      else frame.refs[i] = v;
    }
  }

  private static double number(Leaf l, @Nullable Object v) {
    if (v instanceof Number n) return n.doubleValue();
    throw new BadArgument("`" + l.name() + "` needs a number, and got " + v);
  }

  private static @Nullable Object follow(Leaf l, @Nullable Object value) {
    Object v = value;
    for (RecordComponent c : l.path()) {
      if (v == null)
        throw new BadArgument("`" + l.name() + "` cannot be reached: a record on the way is null");
      v = invoke(c.getAccessor(), v);
    }
    return v;
  }

  private static Object invoke(Method accessor, Object record) {
    try {
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new EngineFault("A record component could not be read: " + accessor, e);
    }
  }

  private static void flatten(
      int parameter,
      List<RecordComponent> path,
      Type type,
      String name,
      boolean bound,
      Target target,
      List<Leaf> into) {
    Class<?> c = type.getSort() == Type.OBJECT && !bound ? load(type, target) : null;
    if (c == null || !c.isRecord()) {
      boolean value = c != null && Active.class.isAssignableFrom(c);
      Type leaf = c == Double.class ? Type.DOUBLE_TYPE : type;
      into.add(new Leaf(parameter, path, leaf, name, value));
      return;
    }
    for (RecordComponent q : c.getRecordComponents()) {
      List<RecordComponent> longer = new ArrayList<>(path);
      longer.add(q);
      flatten(
          parameter,
          List.copyOf(longer),
          Type.getType(q.getType()),
          name + "." + q.getName(),
          false,
          target,
          into);
    }
  }

  private static @Nullable Class<?> load(Type type, Target target) {
    try {
      return Class.forName(type.getClassName(), false, target.owner().getClassLoader());
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  private static List<String> names(Target target, List<Type> types) {
    MethodNode m =
        target.owner().getClassLoader() == null
            ? null
            : Bytecode.method(target.owner(), target.name(), target.descriptor());
    List<String> names = new ArrayList<>();
    int slot = 0;
    for (int i = 0; i < types.size(); i++) {
      names.add(name(m, slot, i - (target.isStatic() ? 0 : 1), i - target.captured().size()));
      slot += types.get(i).getSize();
    }
    return names;
  }

  private static String name(@Nullable MethodNode m, int slot, int declared, int free) {
    String fallback = "x" + (free + 1);
    if (m == null || (m.access & Opcodes.ACC_ABSTRACT) != 0) return fallback;
    if (m.localVariables != null)
      for (LocalVariableNode v : m.localVariables)
        if (v.index == slot && m.instructions.indexOf(v.start) <= 1) return v.name;
    return m.parameters != null && declared >= 0 && declared < m.parameters.size()
        ? m.parameters.get(declared).name
        : fallback;
  }
}
