package org.jacobean.autodiff.lift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One value of a program and the operation that makes it; every use names the value itself. */
public final class Value {
  public final Op op;

  /** The bytecode instruction it came from, where the operation alone does not tell. */
  public final int opcode;

  public final Kind kind;
  public Value[] args;

  /** Constant, field, {@link Invocation} or switch table, as the operation needs. */
  public @Nullable Object detail;

  /** Descriptor of a reference, when it is known. */
  public @Nullable String type;

  /** The local variable it was first assigned to in the source. */
  public @Nullable String name;

  public int line;
  public final List<Value> users = new ArrayList<>(2);
  private @Nullable Block block;

  public Value(Op op, int opcode, Kind kind, Value... args) {
    this.op = op;
    this.opcode = opcode;
    this.kind = kind;
    this.args = args;
  }

  public Value(Op op, Kind kind, Value... args) {
    this(op, 0, kind, args);
  }

  /** The block it stands in; asked only once it stands somewhere. */
  @SuppressWarnings("NullAway")
  public Block block() {
    return block;
  }

  public void place(Block where) {
    block = where;
  }

  @SuppressWarnings("NullAway")
  public Invocation call() {
    return (Invocation) detail;
  }

  public boolean isConst() {
    return op == Op.CONST;
  }

  public boolean isConst(int number) {
    return op == Op.CONST && detail instanceof Integer i && i == number;
  }

  public boolean isRef() {
    return kind == Kind.REF;
  }

  /** Whether it calls a loop whose rounds are run backwards one by one. */
  public boolean callsRounds() {
    return op == Op.CALL && call().body() != null && call().body().round != null;
  }

  public boolean isMath() {
    return op == Op.CALL && call().isMath();
  }

  /** Whether it must stay although nobody uses its result. */
  public boolean hasEffect() {
    return switch (op) {
      case STORE, PUT_FIELD, PUT_STATIC, PARAM, CHECK_CAST -> true;
      case CONSTRUCT -> detail instanceof Invocation;
      case CALL -> !isMath();
      case DYNAMIC -> false;
      default -> op.terminates();
    };
  }

  /** A copy of the operation over other arguments. */
  public Value copy(Value... newArgs) {
    Value v = new Value(op, opcode, kind, newArgs);
    v.detail = detail;
    v.type = type;
    v.name = name;
    v.line = line;
    return v;
  }

  @Override
  public String toString() {
    return "v"
        + Integer.toHexString(System.identityHashCode(this))
        + ":"
        + kind
        + " "
        + op
        + (detail != null ? " " + detail : "")
        + Arrays.stream(args).map(a -> Integer.toHexString(System.identityHashCode(a))).toList();
  }
}
