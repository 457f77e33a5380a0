package org.jacobean.autodiff.trace.rewrite;

import static org.objectweb.asm.Opcodes.*;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jacobean.autodiff.trace.library.Elementary;
import org.jacobean.autodiff.trace.library.MathCalls;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Elementary functions written out in Java by a library (tables, bit tricks): taken whole, with the
 * library's own value and our rule. Functions of such a class without a rule are rewritten as
 * usual.
 */
final class Primitives {
  private static final Set<String> CLASSES =
      Set.of(
          "org/apache/commons/math3/util/FastMath",
          "org/apache/commons/math4/core/jdkmath/AccurateMath",
          "org/apache/commons/math4/legacy/core/jdkmath/AccurateMath",
          "org/hipparchus/util/FastMath",
          "net/jafama/FastMath",
          "net/jafama/StrictFastMath");

  /** Descriptors of rules by name, the result's place dropped: sin(D)D, pow(DI)D. */
  private static final Set<String> RULES = signatures(Elementary.class, true);

  private static final Set<String> CHOICES =
      Set.of("abs(D)D", "max(DD)D", "min(DD)D", "copySign(DD)D");

  /** Functions that are constant around almost every point. */
  private static final Set<String> STEPS =
      signatures(MathCalls.class, false).stream()
          .filter(s -> s.matches("(floor|ceil|rint|signum|ulp|round|getExponent)\\(.*"))
          .collect(Collectors.toCollection(HashSet::new));

  private Primitives() {}

  private static Set<String> signatures(Class<?> c, boolean dropResult) {
    return Arrays.stream(c.getDeclaredMethods())
        .filter(m -> Modifier.isPublic(m.getModifiers()))
        .map(m -> m.getName() + descriptor(m, dropResult))
        .collect(Collectors.toSet());
  }

  private static String descriptor(Method m, boolean dropResult) {
    String d = Type.getMethodDescriptor(m);
    return dropResult ? d.replace("D)", ")") : d;
  }

  static boolean isOne(String owner, String name, String descriptor) {
    String signature = name + descriptor;
    return CLASSES.contains(owner)
        && (RULES.contains(signature) || CHOICES.contains(signature) || STEPS.contains(signature));
  }

  /**
   * Whether a method only ever gets plain numbers: a body taken whole, or a class that serves one.
   */
  static boolean seesPlainOnly(String owner, String name) {
    int nested = owner.indexOf('$');
    return nested > 0
        ? CLASSES.contains(owner.substring(0, nested))
        : CLASSES.contains(owner) && name.endsWith("$plain");
  }

  /** The name its own body goes by. */
  static String plainName(String name) {
    return name + "$plain";
  }

  /** The new body: the library's value at the plain arguments, then the rule. */
  static void write(MethodVisitor m, String owner, String name, String descriptor) {
    m.visitCode();
    Type[] args = Type.getArgumentTypes(descriptor);
    int size = 0;
    if (CHOICES.contains(name + descriptor)) {
      size = load(m, args, false);
      m.visitMethodInsn(INVOKESTATIC, Names.MATH, name, descriptor, false);
    } else {
      boolean rule = RULES.contains(name + descriptor);
      size = rule ? load(m, args, false) : 0;
      size += load(m, args, true);
      m.visitMethodInsn(INVOKESTATIC, owner, plainName(name), descriptor, false);
      if (rule) {
        String d = descriptor.replace(")", "D)");
        m.visitMethodInsn(INVOKESTATIC, Names.ELEMENTARY, name, d, false);
      }
    }
    m.visitInsn(Type.getReturnType(descriptor).getOpcode(IRETURN));
    m.visitMaxs(size + 2, size);
    m.visitEnd();
  }

  private static int load(MethodVisitor m, Type[] args, boolean plain) {
    int local = 0;
    for (Type t : args) {
      m.visitVarInsn(t.getOpcode(ILOAD), local);
      if (plain && t.getSort() == Type.DOUBLE) {
        m.visitMethodInsn(INVOKESTATIC, Names.TAPE, "plain", Names.UNARY, false);
      }
      local += t.getSize();
    }
    return local;
  }
}
