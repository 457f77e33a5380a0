package org.jacobean.autodiff.lift;

import static org.objectweb.asm.Opcodes.*;

import java.util.List;
import org.jacobean.autodiff.error.NotDifferentiable;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** One block's instructions, run on a stack of values instead of numbers. */
abstract class Translator {
  private static final String KINDS = "IJFDA";

  /** What I2L … D2F lead to, and what IALOAD … SALOAD give. */
  private static final String CASTS = "JFDIFDIJDIJF";

  private static final String LOADS = "IJFDAIII";
  private static final Op[] ARITHMETIC = {
    Op.ADD, Op.SUB, Op.MUL, Op.DIV, Op.REM, Op.NEG, Op.SHL, Op.SHR, Op.USHR, Op.AND, Op.OR, Op.XOR
  };
  private final Program program;
  private final Block block;
  private final List<Value> stack;
  private final Replacements replaced;
  private int line;
  private int position;

  Translator(Program program, Block block, List<Value> stack, Replacements replaced) {
    this.program = program;
    this.block = block;
    this.stack = stack;
    this.replaced = replaced;
  }

  abstract Value local(int slot, Kind kind);

  abstract void local(int slot, Value v);

  abstract void result(Value v);

  void line(int number) {
    line = number;
  }

  int position() {
    return position;
  }

  private Value pop() {
    return stack.remove(stack.size() - 1);
  }

  private Value[] pop(int n) {
    Value[] a = new Value[n];
    for (int i = n - 1; i >= 0; i--) a[i] = pop();
    return a;
  }

  private Value add(Value v) {
    v.line = line;
    return block.add(v);
  }

  private void push(Value v) {
    stack.add(add(v));
  }

  private void constant(@Nullable Object c, Kind kind, @Nullable String type) {
    Value v = new Value(Op.CONST, kind);
    v.detail = c;
    v.type = type;
    push(v);
  }

  private void end(Value v) {
    v.line = line;
    block.end(v);
  }

  void translate(AbstractInsnNode x, int at) {
    position = at;
    int o = x.getOpcode();
    if (o <= LDC) constant(x, o);
    else if (o <= ALOAD) push0(local(((VarInsnNode) x).var, Kind.at(o - ILOAD)));
    else if (o <= SALOAD) load(o);
    else if (o <= ASTORE) local(((VarInsnNode) x).var, pop());
    else if (o <= SASTORE) add(new Value(Op.STORE, o, Kind.VOID, pop(3)));
    else if (o <= SWAP) shuffle(o);
    else if (o <= LXOR) arithmetic(o);
    else if (o == IINC) increment((IincInsnNode) x);
    else if (o <= I2S) cast(o);
    else if (o <= DCMPG) push(new Value(Op.COMPARE, o, Kind.INT, pop(2)));
    else if (o <= LOOKUPSWITCH || o == IFNULL || o == IFNONNULL) jump(x, o);
    else if (o <= RETURN) leave(o);
    else objects(x, o);
  }

  private void push0(Value v) {
    stack.add(v);
  }

  private void constant(AbstractInsnNode x, int o) {
    if (o == NOP) return;
    if (o == ACONST_NULL) constant(null, Kind.REF, null);
    else if (o <= ICONST_5) constant(o - ICONST_0, Kind.INT, null);
    else if (o <= LCONST_1) constant((long) (o - LCONST_0), Kind.LONG, null);
    else if (o <= FCONST_2) constant((float) (o - FCONST_0), Kind.FLOAT, null);
    else if (o <= DCONST_1) constant((double) (o - DCONST_0), Kind.DOUBLE, null);
    else if (o <= SIPUSH) constant(((IntInsnNode) x).operand, Kind.INT, null);
    else literal(((LdcInsnNode) x).cst);
  }

  private void literal(Object c) {
    if (c instanceof Double) constant(c, Kind.DOUBLE, null);
    else if (c instanceof Float) constant(c, Kind.FLOAT, null);
    else if (c instanceof Long) constant(c, Kind.LONG, null);
    else if (c instanceof Integer) constant(c, Kind.INT, null);
    else constant(c, Kind.REF, c instanceof String ? "Ljava/lang/String;" : "Ljava/lang/Object;");
  }

  private void load(int o) {
    Value[] a = pop(2);
    Kind k = Kind.at(KINDS.indexOf(LOADS.charAt(o - IALOAD)));
    Value v = new Value(Op.LOAD, o, k, a);
    if (k == Kind.REF && a[0].type != null && a[0].type.startsWith("["))
      v.type = a[0].type.substring(1);
    push(v);
  }

  private void arithmetic(int o) {
    Op op = o < ISHL ? ARITHMETIC[(o - IADD) / 4] : ARITHMETIC[6 + (o - ISHL) / 2];
    Kind kind = o < ISHL ? Kind.at((o - IADD) % 4) : Kind.at((o - ISHL) % 2);
    if (op == Op.NEG) {
      push(new Value(op, o, kind, pop()));
      return;
    }
    Value[] a = pop(2);
    if (o == ISUB
        && a[1].op == Op.CONST
        && a[1].detail instanceof Integer c
        && c != Integer.MIN_VALUE) {
      constant(-c, Kind.INT, null); // x - c is x + (-c): the form loop counters are looked for in
      push(new Value(Op.ADD, IADD, Kind.INT, a[0], pop()));
    } else {
      push(new Value(op, o, kind, a));
    }
  }

  private void increment(IincInsnNode x) {
    constant(x.incr, Kind.INT, null);
    Value c = pop();
    local(x.var, add(new Value(Op.ADD, IADD, Kind.INT, local(x.var, Kind.INT), c)));
  }

  private void cast(int o) {
    Kind to = o >= I2B ? Kind.INT : Kind.at(KINDS.indexOf(CASTS.charAt(o - I2L)));
    push(new Value(Op.CAST, o, to, pop()));
  }

  private void shuffle(int o) {
    int n = stack.size();
    Value a = stack.get(n - 1);
    switch (o) {
      case POP -> pop();
      case POP2 -> take(false);
      case DUP -> stack.add(a);
      case DUP_X1 -> stack.add(n - 2, a);
      case DUP_X2 -> stack.add(stack.get(n - 2).kind.wide() ? n - 2 : n - 3, a);
      case DUP2 -> under(0);
      case DUP2_X1 -> under(1);
      case DUP2_X2 -> under(2);
      default -> stack.add(n - 2, pop());
    }
  }

  private int take(boolean keep) {
    int words = stack.get(stack.size() - 1).kind.wide() ? 1 : 2;
    for (int i = 0; i < words && !keep; i++) pop();
    return words;
  }

  /** DUP2 and its kin: the top two words again, below so many words more. */
  private void under(int words) {
    int top = take(true);
    int at = stack.size() - top;
    for (int w = 0; w < words; at--) w += stack.get(at - 1).kind.slots();
    List<Value> again = List.copyOf(stack.subList(stack.size() - top, stack.size()));
    stack.addAll(at, again);
  }

  private void jump(AbstractInsnNode x, int o) {
    if (o == GOTO) {
      end(new Value(Op.GOTO, Kind.VOID));
    } else if (o == TABLESWITCH || o == LOOKUPSWITCH) {
      Value v = new Value(Op.SWITCH, o, Kind.VOID, pop());
      v.detail = x;
      end(v);
    } else if (o == JSR || o == RET) {
      throw refuse(o);
    } else {
      boolean two = o >= IF_ICMPEQ && o <= IF_ACMPNE;
      end(new Value(Op.IF, o, Kind.VOID, pop(two ? 2 : 1)));
    }
  }

  private void leave(int o) {
    if (o != RETURN) result(pop());
    end(new Value(Op.GOTO, Kind.VOID));
  }

  private NotDifferentiable refuse(int opcode) {
    return new NotDifferentiable(
        (opcode == MONITORENTER || opcode == MONITOREXIT
            ? "synchronized"
            : "The instruction " + opcode),
        program.source(),
        line,
        "it has no derivative here",
        "compile the method with a Java compiler and plain arithmetic");
  }

  private void objects(AbstractInsnNode x, int o) {
    switch (o) {
      case GETSTATIC, PUTSTATIC, GETFIELD, PUTFIELD -> field((FieldInsnNode) x, o);
      case INVOKEVIRTUAL, INVOKESPECIAL, INVOKESTATIC, INVOKEINTERFACE -> call((MethodInsnNode) x);
      case INVOKEDYNAMIC -> dynamic((InvokeDynamicInsnNode) x);
      case NEW -> typed(new Value(Op.CONSTRUCT, NEW, Kind.REF), ((TypeInsnNode) x).desc);
      case NEWARRAY -> newArray(((IntInsnNode) x).operand);
      case ANEWARRAY -> {
        String c = ((TypeInsnNode) x).desc;
        Value v = new Value(Op.NEW_ARRAY, o, Kind.REF, pop());
        v.detail = c;
        v.type = "[" + (c.startsWith("[") ? c : "L" + c + ";");
        push(v);
      }
      case MULTIANEWARRAY -> {
        MultiANewArrayInsnNode m = (MultiANewArrayInsnNode) x;
        Value v = new Value(Op.NEW_ARRAY, o, Kind.REF, pop(m.dims));
        v.type = m.desc;
        push(v);
      }
      case ARRAYLENGTH -> push(new Value(Op.LENGTH, o, Kind.INT, pop()));
      case CHECKCAST ->
          typed(new Value(Op.CHECK_CAST, o, Kind.REF, pop()), ((TypeInsnNode) x).desc);
      case INSTANCEOF -> {
        Value v = new Value(Op.INSTANCE_OF, o, Kind.INT, pop());
        v.detail = ((TypeInsnNode) x).desc;
        push(v);
      }
      case ATHROW -> end(new Value(Op.THROW, o, Kind.VOID, pop()));
      default -> throw refuse(o);
    }
  }

  private void typed(Value v, String internalName) {
    v.detail = internalName;
    v.type = Type.getObjectType(internalName).getDescriptor();
    push(v);
  }

  private void newArray(int code) {
    Value v = new Value(Op.NEW_ARRAY, NEWARRAY, Kind.REF, pop());
    v.detail = code;
    v.type = "[" + "ZCFDBSIJ".charAt(code - T_BOOLEAN);
    push(v);
  }

  private void field(FieldInsnNode f, int o) {
    boolean put = o == PUTSTATIC || o == PUTFIELD;
    boolean fixed = o == GETSTATIC || o == PUTSTATIC;
    Value[] a = pop((put ? 1 : 0) + (fixed ? 0 : 1));
    Op op = put ? (fixed ? Op.PUT_STATIC : Op.PUT_FIELD) : fixed ? Op.GET_STATIC : Op.GET_FIELD;
    Value v = new Value(op, o, put ? Kind.VOID : Kind.of(Type.getType(f.desc)), a);
    v.detail = f;
    v.type = f.desc;
    if (put) add(v);
    else push(v);
  }

  private void call(MethodInsnNode m) {
    Invocation target = new Invocation(m.getOpcode(), m.owner, m.name, m.desc, m.itf, null);
    Type returned = Type.getReturnType(m.desc);
    int n = Type.getArgumentTypes(m.desc).length + (target.isStatic() ? 0 : 1);
    Value[] a = pop(n);
    if (m.name.equals("<init>")) {
      construct(target, a);
      return;
    }
    Value v = new Value(Op.CALL, m.getOpcode(), Kind.of(returned), a);
    v.detail = target;
    v.type = m.name.equals("clone") && m.owner.startsWith("[") ? m.owner : returned.getDescriptor();
    if (v.kind == Kind.VOID) add(v);
    else push(v);
  }

  /**
   * {@code new}, copied on the stack, then {@code <init>}: one value, made where the constructor
   * runs.
   */
  private void construct(Invocation target, Value[] a) {
    Value raw = replaced.resolve(a[0]);
    Value[] rest = java.util.Arrays.copyOfRange(a, 1, a.length);
    Value v = new Value(Op.CONSTRUCT, NEW, Kind.REF, rest);
    v.detail = target;
    v.type = "L" + target.owner() + ";";
    add(v);
    if (raw.op == Op.CONSTRUCT || raw.op == Op.PHI) replaced.put(raw, v);
    else throw refuse(INVOKESPECIAL);
    stack.replaceAll(s -> s == a[0] || s == raw ? v : s);
  }

  private void dynamic(InvokeDynamicInsnNode d) {
    Type returned = Type.getReturnType(d.desc);
    Value v =
        new Value(
            Op.DYNAMIC,
            INVOKEDYNAMIC,
            Kind.of(returned),
            pop(Type.getArgumentTypes(d.desc).length));
    v.detail = d;
    v.type = returned.getDescriptor();
    push(v);
  }
}
