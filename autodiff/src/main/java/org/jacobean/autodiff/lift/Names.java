package org.jacobean.autodiff.lift;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/** The names and lines the compiler left in a method. */
final class Names {
  private final MethodNode method;
  private final AbstractInsnNode[] code;

  Names(MethodNode method, AbstractInsnNode[] code) {
    this.method = method;
    this.code = code;
  }

  @Nullable String ofParameter(int slot, int index) {
    String local = at(slot, 0);
    if (local != null) return local;
    return method.parameters != null && index < method.parameters.size()
        ? method.parameters.get(index).name
        : null;
  }

  /** The local variable living in a slot just after an instruction. */
  @Nullable String at(int slot, int position) {
    if (method.localVariables == null) return null;
    for (LocalVariableNode v : method.localVariables) {
      if (v.index != slot) continue;
      int start = method.instructions.indexOf(v.start);
      int end = method.instructions.indexOf(v.end);
      if (position + 2 >= start && position < end) return v.name;
    }
    return null;
  }

  @Nullable String ofPhi(int variable, Block block, Map<Block, int[]> ranges) {
    int[] range = ranges.get(block);
    return range == null || variable >= 1 << 20 ? null : at(variable, range[0]);
  }

  int lineAt(int position) {
    for (int i = position; i >= 0; i--) if (code[i] instanceof LineNumberNode l) return l.line;
    return 0;
  }
}
