package org.jacobean.autodiff.emit;

import static org.objectweb.asm.Opcodes.ATHROW;
import static org.objectweb.asm.Opcodes.GOTO;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jacobean.autodiff.error.EngineFault;
import org.jacobean.autodiff.lift.Block;
import org.jacobean.autodiff.lift.Kind;
import org.jacobean.autodiff.lift.Op;
import org.jacobean.autodiff.lift.Program;
import org.jacobean.autodiff.lift.Value;
import org.objectweb.asm.Label;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/**
 * Writes a program's blocks as bytecode, forwards; what else must happen on the way is up to who
 * extends it.
 */
public class Writer {
  protected final Program program;
  protected final Code code;
  private final Operations operations;
  private final Map<Value, Integer> locals;
  private final Predicate<Value> keepsLocal;
  private final Trees trees;
  private final Map<Value, Integer> arriving = new HashMap<>();
  private final Map<Block, Label> labels = new HashMap<>();

  /**
   * @param locals where values live that have a local; added to
   * @param keepsLocal values whose local is read by others
   * @param delaysOperands operations whose operands must lie in locals
   */
  protected Writer(
      Program program,
      Code code,
      Operations operations,
      Map<Value, Integer> locals,
      Predicate<Value> keepsLocal,
      Predicate<Value> delaysOperands) {
    this.program = program;
    this.code = code;
    this.operations = operations;
    this.locals = locals;
    this.keepsLocal = keepsLocal;
    trees = new Trees(program, keepsLocal, delaysOperands);
  }

  /** A writer of the program as it stands. */
  public Writer(Program program, Code code, Operations operations, Map<Value, Integer> locals) {
    this(program, code, operations, locals, v -> false, v -> false);
  }

  protected void begin(Block b) {}

  protected void finish(Block b) {}

  /** Before a jump along an edge; the operand stack is empty. */
  protected void cross(Block from, Block to, int way) {}

  /** Before an operation; true when it was written by whoever was asked. */
  protected boolean instead(Value v) {
    return false;
  }

  /** Writes all blocks; at the exit the runnable goes on. */
  public void write(Runnable atExit) {
    for (Block b : program.blocks) labels.put(b, new Label());
    for (Block b : program.blocks) {
      code.label(label(b));
      begin(b);
      for (Value p : b.phis) {
        code.load(p.kind, arriving(p));
        code.store(p.kind, local(p));
      }
      for (Value v : b.body) if (!trees.inside(v) && v.op != Op.PARAM) statement(v);
      finish(b);
      if (b == program.exit) atExit.run();
      else leave(b);
    }
  }

  private Label label(Block b) {
    return Objects.requireNonNull(labels.get(b));
  }

  private int arriving(Value phi) {
    return arriving.computeIfAbsent(phi, q -> code.local(q.kind));
  }

  protected int local(Value v) {
    return locals.computeIfAbsent(v, q -> code.local(q.kind));
  }

  private void statement(Value v) {
    if (instead(v)) return;
    compute(v);
    if (v.kind == Kind.VOID) return;
    if (v.users.isEmpty() && !keepsLocal.test(v)) code.pop(v.kind);
    else code.store(v.kind, local(v));
  }

  private void compute(Value v) {
    if (v.op == Op.CONSTRUCT) {
      operations.construct(v, () -> values(v.args));
      return;
    }
    values(v.args);
    operations.emit(v);
  }

  protected void values(Value[] all) {
    for (Value a : all) value(a);
  }

  /** Leaves a value on the operand stack. */
  public void value(Value v) {
    if (v.isConst()) {
      code.constant(v.detail);
    } else if (trees.inside(v)) {
      compute(v);
    } else {
      Integer local = locals.get(v);
      if (local == null)
        throw new EngineFault("A value has no local: " + v + " in " + program.source());
      code.load(v.kind, local);
    }
  }

  private void leave(Block b) {
    Value end = b.end();
    switch (end.op) {
      case GOTO -> go(b, b.succs.get(0));
      case THROW -> {
        value(end.args[0]);
        code.op(ATHROW);
      }
      case SWITCH -> choose(b, end);
      default -> {
        values(end.args);
        Label taken = new Label();
        code.jump(end.opcode, taken);
        go(b, b.succs.get(1));
        code.label(taken);
        go(b, b.succs.get(0));
      }
    }
  }

  private void choose(Block b, Value end) {
    value(end.args[0]);
    Label[] to = new Label[b.succs.size()];
    Arrays.setAll(to, i -> new Label());
    Label[] cases = Arrays.copyOfRange(to, 1, to.length);
    if (end.detail instanceof TableSwitchInsnNode t) {
      code.out.visitTableSwitchInsn(t.min, t.max, to[0], cases);
    } else {
      LookupSwitchInsnNode t = (LookupSwitchInsnNode) Objects.requireNonNull(end.detail);
      code.out.visitLookupSwitchInsn(to[0], t.keys.stream().mapToInt(k -> k).toArray(), cases);
    }
    for (int i = 0; i < to.length; i++) {
      code.label(to[i]);
      go(b, b.succs.get(i));
    }
  }

  private void go(Block from, Block to) {
    int way = to.preds.indexOf(from);
    cross(from, to, way);
    for (Value p : to.phis) {
      value(p.args[way]);
      code.store(p.kind, arriving(p));
    }
    code.jump(GOTO, label(to));
  }
}
