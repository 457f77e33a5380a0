package org.jacobean.autodiff.lift;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Static single assignment as Braun et al. (2013) build it: local variables and operand stack slots
 * are variables, a read in a join makes a phi whose operands are found when all blocks are filled.
 */
final class SsaBuilder {
  private static final int STACK = 1 << 20;
  private static final int RESULT = 1 << 24;

  private final Program program;
  private final MethodNode method;
  private final AbstractInsnNode[] code;
  private final Map<Block, int[]> ranges;
  private final Map<Block, Map<Integer, Value>> definitions = new HashMap<>();
  private Map<Value, Integer> incomplete = new LinkedHashMap<>();
  private final Map<Block, List<Kind>> stackOnEntry = new HashMap<>();
  private final Names names;

  SsaBuilder(
      Program program, MethodNode method, AbstractInsnNode[] code, Map<Block, int[]> ranges) {
    this.program = program;
    this.method = method;
    this.code = code;
    this.ranges = ranges;
    this.names = new Names(method, code);
  }

  void build() {
    parameters();
    Replacements replaced = new Replacements(program);
    for (Block b : List.copyOf(program.blocks)) if (b != program.entry) fill(b, replaced);
    while (!incomplete.isEmpty()) {
      Map<Value, Integer> batch = incomplete;
      incomplete = new LinkedHashMap<>();
      batch.forEach(this::complete);
    }
    replaced.settleConstructors();
    replaced.removeTrivialPhis();
  }

  private void complete(Value phi, int variable) {
    Block b = phi.block();
    phi.args = new Value[b.preds.size()];
    for (int i = 0; i < phi.args.length; i++)
      phi.args[i] = read(variable, phi.kind, b.preds.get(i));
    phi.name = names.ofPhi(variable, b, ranges);
  }

  private void parameters() {
    int slot = 0;
    if ((method.access & Opcodes.ACC_STATIC) == 0)
      slot = parameter(slot, Type.getObjectType(program.owner), "this");
    int k = 0;
    for (Type t : Type.getArgumentTypes(method.desc))
      slot = parameter(slot, t, names.ofParameter(slot, k++));
    program.entry.end(new Value(Op.GOTO, Kind.VOID));
  }

  private int parameter(int slot, Type type, @Nullable String name) {
    Value p = new Value(Op.PARAM, Kind.of(type));
    p.type = type.getDescriptor();
    p.name = name;
    program.params.add(program.entry.add(p));
    write(slot, p, program.entry);
    return slot + type.getSize();
  }

  private Map<Integer, Value> defs(Block b) {
    return definitions.computeIfAbsent(b, q -> new HashMap<>());
  }

  void write(int variable, Value v, Block b) {
    defs(b).put(variable, v);
  }

  Value read(int variable, Kind kind, Block from) {
    Block b = from;
    Value v = defs(b).get(variable);
    List<Block> passed = new ArrayList<>();
    while (v == null && b.preds.size() == 1) {
      passed.add(b);
      b = b.preds.get(0);
      v = defs(b).get(variable);
    }
    if (v == null) {
      v = b.addPhi(new Value(Op.PHI, kind));
      incomplete.put(v, variable);
      write(variable, v, b);
    }
    for (Block p : passed) write(variable, v, p);
    return v;
  }

  private void fill(Block b, Replacements replaced) {
    List<Value> stack = new ArrayList<>();
    List<Kind> kinds = stackOnEntry.getOrDefault(b, List.of());
    for (int i = 0; i < kinds.size(); i++) stack.add(read(STACK + i, kinds.get(i), b));
    if (b == program.exit) {
      Type t = Type.getType(program.returns);
      Kind k = Kind.of(t);
      b.end(k == Kind.VOID ? new Value(Op.RETURN, k) : new Value(Op.RETURN, k, read(RESULT, k, b)));
      return;
    }
    int[] range = ranges.get(b);
    if (range != null) translate(b, range, stack, replaced);
    if (!b.ended()) b.end(new Value(Op.GOTO, Kind.VOID));
    List<Kind> out = stack.stream().map(v -> v.kind).toList();
    for (int i = 0; i < out.size(); i++) write(STACK + i, stack.get(i), b);
    for (Block s : b.succs) stackOnEntry.putIfAbsent(s, out);
  }

  private void translate(Block b, int[] range, List<Value> stack, Replacements replaced) {
    Translator t =
        new Translator(program, b, stack, replaced) {
          @Override
          Value local(int slot, Kind kind) {
            return read(slot, kind, b);
          }

          @Override
          void local(int slot, Value v) {
            if (v.name == null && v.op != Op.CONST) v.name = names.at(slot, position());
            write(slot, v, b);
          }

          @Override
          void result(Value v) {
            write(RESULT, v, b);
          }
        };
    t.line(names.lineAt(range[0]));
    for (int i = range[0]; i < range[1]; i++) {
      if (code[i] instanceof LineNumberNode l) t.line(l.line);
      else if (code[i].getOpcode() >= 0) t.translate(code[i], i);
    }
  }
}
