package org.jacobean.autodiff.graph;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jacobean.autodiff.lift.Block;
import org.jacobean.autodiff.lift.Loop;
import org.jacobean.autodiff.lift.Op;
import org.jacobean.autodiff.lift.Program;
import org.jacobean.autodiff.lift.Value;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/** Runs one lifted method: which block comes next, and what its values are. */
final class Interpreter {
  private final Machine machine;
  private final Program program;
  private final Operations operations;
  private final Map<Value, @Nullable Object> values = new IdentityHashMap<>();
  private final Map<Loop, Integer> rounds = new HashMap<>();

  Interpreter(Machine machine, Class<?> owner, Program program) {
    this.machine = machine;
    this.program = program;
    this.operations = new Operations(machine, owner, program);
  }

  @Nullable Object run(List<@Nullable Object> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      set(program.params.get(i), arguments.get(i));
    }
    Block block = program.entry;
    while (true) {
      runBody(block);
      Value end = block.end();
      if (end.op == Op.RETURN) {
        return end.args.length == 0 ? null : values.get(end.args[0]);
      }
      Block next = next(block, end);
      count(block, next);
      enter(block, next);
      block = next;
    }
  }

  private void runBody(Block block) {
    for (Value v : block.body) {
      if (v.op != Op.PARAM) {
        machine.step(operations.place(v));
        @Nullable Object[] arguments = new Object[v.args.length];
        for (int i = 0; i < arguments.length; i++) {
          arguments[i] = values.get(v.args[i]);
        }
        set(v, operations.evaluate(v, arguments));
      }
    }
  }

  private void set(Value v, @Nullable Object value) {
    if (value instanceof Real r && r.node() != null) {
      r.node().nameIfNone(v.name);
    }
    values.put(v, value);
  }

  /** All phis take their values at once, from the edge the program came by. */
  private void enter(Block from, Block to) {
    int edge = to.preds.indexOf(from);
    Map<Value, @Nullable Object> incoming = new IdentityHashMap<>();
    to.phis.forEach(phi -> incoming.put(phi, values.get(phi.args[edge])));
    to.phis.forEach(phi -> set(phi, incoming.get(phi)));
  }

  private void count(Block from, Block to) {
    for (Loop l = from.loop; l != null; l = l.parent) {
      if (from == l.latch && to == l.header) {
        rounds.merge(l, 1, Integer::sum);
      } else if (!l.blocks.contains(to)) {
        int finished = rounds.getOrDefault(l, 0);
        rounds.remove(l);
        boolean inMidRound = from != l.header;
        Place place = new Place(program.source(), l.header.end().line);
        machine.recorder.loops.add(new LoopRun(place, finished + (inMidRound ? 1 : 0)));
      }
    }
  }

  private Block next(Block block, Value end) {
    return switch (end.op) {
      case IF -> block.succs.get(jumps(end) ? 0 : 1);
      case SWITCH -> block.succs.get(chosen(end));
      case THROW ->
          throw Reflection.<RuntimeException>asItself((Throwable) values.get(end.args[0]));
      default -> block.succs.get(0);
    };
  }

  private boolean jumps(Value end) {
    Object first = values.get(end.args[0]);
    Object second = end.args.length > 1 ? values.get(end.args[1]) : null;
    return switch (end.opcode) {
      case Opcodes.IFNULL -> first == null;
      case Opcodes.IFNONNULL -> first != null;
      case Opcodes.IF_ACMPEQ -> first == second;
      case Opcodes.IF_ACMPNE -> first != second;
      default -> jumpsOnNumbers(end, first, second);
    };
  }

  private boolean jumpsOnNumbers(Value end, @Nullable Object first, @Nullable Object second) {
    int sign =
        second == null
            ? Integer.signum(Values.integer(first))
            : Integer.compare(Values.integer(first), Values.integer(second));
    boolean jumps = Arithmetic.jumps(end.opcode, sign);
    if (second == null && first instanceof Comparison c && c.active()) {
      machine.recorder.decide(c, Arithmetic.relation(end.opcode, jumps), operations.place(end));
    }
    return jumps;
  }

  /** Which successor a switch goes to; the first one is the default. */
  private int chosen(Value end) {
    int key = Values.integer(values.get(end.args[0]));
    if (end.detail instanceof TableSwitchInsnNode t) {
      return key < t.min || key > t.max ? 0 : 1 + key - t.min;
    }
    List<Integer> keys = ((LookupSwitchInsnNode) Values.nonNull(end.detail)).keys;
    return 1 + keys.indexOf(key);
  }
}
