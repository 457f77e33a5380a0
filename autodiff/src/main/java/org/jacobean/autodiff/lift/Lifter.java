package org.jacobean.autodiff.lift;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jacobean.autodiff.error.NotDifferentiable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/** Reads a method's bytecode into a {@link Program}. */
public final class Lifter {
  private final MethodNode method;
  private final Program program;
  private final AbstractInsnNode[] code;
  private final Map<LabelNode, Integer> labels = new HashMap<>();
  private final Block[] blockAt;
  private final Map<Block, int[]> ranges = new HashMap<>();

  private Lifter(String owner, MethodNode method) {
    this.method = method;
    program = new Program(owner, method.name, Type.getReturnType(method.desc).getDescriptor());
    code = method.instructions.toArray();
    blockAt = new Block[code.length + 1];
    for (int i = 0; i < code.length; i++) if (code[i] instanceof LabelNode l) labels.put(l, i);
  }

  /** The program of a method; the class is named by its internal name. */
  public static Program lift(String owner, MethodNode method) {
    return new Lifter(owner, method).run();
  }

  private Program run() {
    refuseWhatHasNoProgram();
    cutBlocks();
    connect();
    separateDoubleEdges();
    Graph graph = new Graph(program);
    graph.normalise();
    if (!program.blocks.contains(program.exit))
      throw refuse(
          "A method that never returns", "there is no result to differentiate", "return a value");
    graph.dominators();
    program.irreducible = graph.irreducible();
    new SsaBuilder(program, method, code, ranges).build();
    Graph.analyse(program);
    Inductions.find(program);
    Cleanup.run(program);
    return program;
  }

  private NotDifferentiable refuse(String what, String why, String remedy) {
    return new NotDifferentiable(what, program.source(), 0, why, remedy);
  }

  private void refuseWhatHasNoProgram() {
    if (code.length == 0)
      throw refuse(
          "A native or abstract method",
          "there is no bytecode to read",
          "give it a rule with Diff.rule(…), or mark its arguments Diff.constant(…)");
    if (method.tryCatchBlocks != null && !method.tryCatchBlocks.isEmpty())
      throw refuse(
          "try/catch (or synchronized)",
          "control would leave in the middle of a block",
          "test the condition instead of catching its exception");
  }

  private void cutBlocks() {
    boolean[] starts = new boolean[code.length + 1];
    starts[0] = true;
    for (int i = 0; i < code.length; i++) {
      List<LabelNode> targets = targets(code[i]);
      for (LabelNode l : targets) starts[index(l)] = true;
      if (!targets.isEmpty() || leaves(code[i].getOpcode())) starts[i + 1] = true;
    }
    Block current = program.entry;
    for (int i = 0; i < code.length; i++) {
      if (starts[i]) {
        current = program.newBlock();
        ranges.put(current, new int[] {i, i});
      }
      blockAt[i] = current;
      range(current)[1] = i + 1;
    }
  }

  @SuppressWarnings("NullAway")
  private int[] range(Block b) {
    return ranges.get(b);
  }

  @SuppressWarnings("NullAway")
  private int index(LabelNode l) {
    return labels.get(l);
  }

  private static boolean leaves(int opcode) {
    return opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN || opcode == Opcodes.ATHROW;
  }

  /** Where an instruction may jump, the default of a switch first. */
  private static List<LabelNode> targets(AbstractInsnNode x) {
    List<LabelNode> all = new ArrayList<>();
    if (x instanceof JumpInsnNode j) {
      all.add(j.label);
    } else if (x instanceof TableSwitchInsnNode t) {
      all.add(t.dflt);
      all.addAll(t.labels);
    } else if (x instanceof LookupSwitchInsnNode t) {
      all.add(t.dflt);
      all.addAll(t.labels);
    }
    return all;
  }

  private void connect() {
    program.entry.succs.add(blockAt[0]);
    for (Block b : List.copyOf(program.blocks)) {
      int[] range = ranges.get(b);
      if (range == null) continue;
      AbstractInsnNode last = code[range[1] - 1];
      for (LabelNode l : targets(last)) b.succs.add(blockAt[index(l)]);
      int opcode = last.getOpcode();
      if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) b.succs.add(program.exit);
      else if (fallsThrough(last) && range[1] < code.length) b.succs.add(blockAt[range[1]]);
    }
  }

  private static boolean fallsThrough(AbstractInsnNode x) {
    return x.getOpcode() != Opcodes.GOTO
        && x.getOpcode() != Opcodes.ATHROW
        && !(x instanceof TableSwitchInsnNode || x instanceof LookupSwitchInsnNode);
  }

  /**
   * Two edges between the same blocks get a block of their own, so that an edge is named by its
   * ends.
   */
  private void separateDoubleEdges() {
    for (Block b : List.copyOf(program.blocks))
      for (int i = 1; i < b.succs.size(); i++)
        if (b.succs.subList(0, i).contains(b.succs.get(i))) {
          Block between = program.newBlock();
          between.succs.add(b.succs.get(i));
          b.succs.set(i, between);
        }
  }
}
