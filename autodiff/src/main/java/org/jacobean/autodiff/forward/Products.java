package org.jacobean.autodiff.forward;

import java.util.function.Function;
import org.jacobean.autodiff.analyze.Partial;
import org.jacobean.autodiff.analyze.Reals;
import org.jacobean.autodiff.lift.Block;
import org.jacobean.autodiff.lift.Invocation;
import org.jacobean.autodiff.lift.Kind;
import org.jacobean.autodiff.lift.Op;
import org.jacobean.autodiff.lift.Value;
import org.jacobean.autodiff.rule.Monomial;
import org.jacobean.autodiff.rule.Term;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/** The tangent of an operation: the sum over its arguments of partial derivative times tangent. */
final class Products {
  private final Block block;
  private final Value v;
  private final Monomial[] partials;
  private final @Nullable Value[] factors;
  private final boolean shareFactors;

  /**
   * @param shareFactors whether the partial derivatives are worked out once for several tangents
   */
  Products(Block block, Value v, Partial partial, boolean shareFactors) {
    this.block = block;
    this.v = v;
    this.shareFactors = shareFactors;
    partials = new Monomial[v.args.length];
    factors = new Value[v.args.length];
    for (int i = 0; i < partials.length; i++) {
      Term t = partial.of(v, i);
      partials[i] =
          t.isZero()
              ? new Monomial(false, 0, java.util.List.of(), java.util.List.of())
              : Monomial.of(t);
    }
  }

  /**
   * @param tangent the tangent of an argument, or null where it has none
   */
  Value sum(Function<Value, @Nullable Value> tangent) {
    Value total = null;
    for (int i = 0; i < partials.length; i++) {
      Value t = tangent.apply(v.args[i]);
      if (t == null || partials[i].constant() == 0) continue;
      Value product = product(i, t);
      boolean minus = partials[i].negative();
      if (total == null) total = minus ? add(Op.NEG, Opcodes.DNEG, product) : product;
      else
        total =
            minus
                ? add(Op.SUB, Opcodes.DSUB, total, product)
                : add(Op.ADD, Opcodes.DADD, total, product);
    }
    return total != null ? total : Tangents.number(0);
  }

  private Value product(int i, Value t) {
    Monomial m = partials[i];
    if (m.isOne()) return t;
    boolean simple =
        m.numerator().size() + m.denominator().size() + (m.constant() == 1 ? 0 : 1) == 1
            && m.denominator().isEmpty();
    if (!shareFactors || simple) return apply(m, t);
    Value f = factors[i];
    if (f == null) factors[i] = f = apply(m, Tangents.number(1));
    return add(Op.MUL, Opcodes.DMUL, t, f);
  }

  private Value apply(Monomial m, Value start) {
    Value x = start;
    boolean one = start.isConst() && Double.valueOf(1).equals(start.detail);
    for (Term t : m.denominator()) {
      x = add(Op.DIV, Opcodes.DDIV, x, term(t));
      one = false;
    }
    for (Term t : m.numerator()) {
      x = one ? term(t) : add(Op.MUL, Opcodes.DMUL, x, term(t));
      one = false;
    }
    if (m.constant() == 1) return x;
    return one
        ? Tangents.number(m.constant())
        : add(Op.MUL, Opcodes.DMUL, x, Tangents.number(m.constant()));
  }

  private Value add(Op op, int opcode, Value... a) {
    return block.add(new Value(op, opcode, Kind.DOUBLE, a));
  }

  private Value term(Term t) {
    if (t instanceof Term.Arg a) return widened(v.args[a.index()]);
    if (t instanceof Term.Number n) return Tangents.number(n.value());
    if (t instanceof Term.Call c) {
      Value written =
          add(
              Op.CALL,
              Opcodes.INVOKESTATIC,
              c.args().stream().map(this::term).toArray(Value[]::new));
      written.detail = Reals.written(c);
      return written;
    }
    if (!(t instanceof Term.Apply f)) return widened(v);
    Value[] a = f.args().stream().map(this::term).toArray(Value[]::new);
    if (f.primitive().opcode() != 0)
      return add(op(f.primitive().opcode()), f.primitive().opcode(), a);
    Value call = add(Op.CALL, Opcodes.INVOKESTATIC, a);
    call.detail =
        Invocation.of(
            Opcodes.INVOKESTATIC,
            f.primitive().owner(),
            f.primitive().method(),
            "(" + "D".repeat(a.length) + ")D");
    return call;
  }

  private static Op op(int opcode) {
    return switch (opcode) {
      case Opcodes.DADD -> Op.ADD;
      case Opcodes.DSUB -> Op.SUB;
      case Opcodes.DMUL -> Op.MUL;
      case Opcodes.DDIV -> Op.DIV;
      default -> Op.NEG;
    };
  }

  private Value widened(Value x) {
    return switch (x.kind) {
      case FLOAT -> block.add(new Value(Op.CAST, Opcodes.F2D, Kind.DOUBLE, x));
      case INT -> block.add(new Value(Op.CAST, Opcodes.I2D, Kind.DOUBLE, x));
      default -> x;
    };
  }
}
