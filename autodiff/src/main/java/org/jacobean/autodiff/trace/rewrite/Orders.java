package org.jacobean.autodiff.trace.rewrite;

import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;

import java.util.Set;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;

/** Sorted collections made without a comparator get one that knows active values. */
final class Orders {
  private static final String COMPARATOR = "Ljava/util/Comparator;";
  private static final Set<String> SORTED =
      Set.of(
          "java/util/TreeMap",
          "java/util/TreeSet",
          "java/util/PriorityQueue",
          "java/util/concurrent/ConcurrentSkipListMap",
          "java/util/concurrent/ConcurrentSkipListSet");

  private Orders() {}

  static boolean addTo(InsnList code, MethodInsnNode n) {
    boolean bare = n.desc.equals("()V") || n.desc.equals("(I)V");
    if (n.getOpcode() != INVOKESPECIAL
        || !n.name.equals("<init>")
        || !bare
        || !SORTED.contains(n.owner)) {
      return false;
    }
    code.insertBefore(
        n, new MethodInsnNode(INVOKESTATIC, Names.ORDER, "naturalOrder", "()" + COMPARATOR, false));
    n.desc = n.desc.replace(")", COMPARATOR + ")");
    return true;
  }
}
