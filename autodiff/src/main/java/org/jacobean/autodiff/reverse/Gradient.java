package org.jacobean.autodiff.reverse;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.List;
import org.jacobean.autodiff.analyze.Activity;
import org.jacobean.autodiff.analyze.Inlining;
import org.jacobean.autodiff.analyze.Methods;
import org.jacobean.autodiff.emit.Access;
import org.jacobean.autodiff.emit.Code;
import org.jacobean.autodiff.lift.Kind;
import org.jacobean.autodiff.lift.Program;
import org.jacobean.autodiff.lift.Value;
import org.objectweb.asm.ClassVisitor;

/**
 * The gradient of a whole function as one static method, forward sweep and backward sweep in a row:
 * {@code gradient(parameters, shadows, seeds of results, double[] adjoints, stack)}, which returns
 * the function's value.
 */
public final class Gradient {
  /** Operations of a function whose gradient is one method of both sweeps. */
  private static final int LIMIT = 250;

  public static final String NAME = "gradient";
  private final Program program;
  private final Plan plan;
  private final Pairs pairs;
  private final Body body;
  private final boolean[] active;

  private Gradient(Plan plan, boolean[] active, Pairs pairs, ClassVisitor out, Access access) {
    this.plan = plan;
    this.active = active;
    this.pairs = pairs;
    program = plan.program;
    body =
        new Body(
            plan,
            new Code(out.visitMethod(ACC_PUBLIC | ACC_STATIC, NAME, descriptor(), null, null)),
            access);
  }

  /**
   * What the caller must know of the method written.
   *
   * @param descriptor its descriptor
   * @param shadowed which parameters come with a shadow
   * @param written which parameters' arrays the function overwrites
   */
  public record Written(
      Program program, String descriptor, boolean[] shadowed, boolean[] written) {}

  /** Writes the gradient of a program, and of all it calls, into a class. */
  public static Written write(
      Program program,
      boolean[] active,
      Methods methods,
      ClassVisitor out,
      String owner,
      Access access) {
    Activity activity = Inlining.whole(program, methods, active, LIMIT);
    Pairs pairs = new Pairs(methods, out, owner, access);
    Gradient g = new Gradient(new Plan(program, activity, true), active, pairs, out, access);
    g.write();
    pairs.writeAll();
    int n = program.params.size();
    boolean[] shadowed = new boolean[n];
    boolean[] written = new boolean[n];
    for (int i = 0; i < n; i++) {
      shadowed[i] = g.plan.shadows.of(program.params.get(i)) != null;
      written[i] =
          program.params.get(i).isRef() && activity.aliases().writtenBelow(program.params.get(i));
    }
    return new Written(program, g.descriptor(), shadowed, written);
  }

  private List<Value> shadows() {
    List<Value> l = new ArrayList<>();
    for (Value p : program.params) if (plan.shadows.of(p) != null) l.add(plan.shadows.get(p));
    return l;
  }

  private String descriptor() {
    StringBuilder s = new StringBuilder("(");
    for (Value p : program.params) s.append(Code.descriptor(p.kind, p.type));
    for (Value v : shadows()) s.append(Code.descriptor(v.kind, v.type));
    for (Value r : program.results()) s.append(seedType(r));
    return s.append("[DL").append(Code.STACK).append(";)").append(returned()).toString();
  }

  /**
   * The seed of an array result is an array; of anything that is no double or float there is none.
   */
  private static String seedType(Value r) {
    return r.kind.real() ? "D" : r.isRef() ? "Ljava/lang/Object;" : "";
  }

  private String returned() {
    Value[] r = program.results();
    return r.length != 1
        ? "V"
        : r[0].isRef() ? "Ljava/lang/Object;" : Code.descriptor(r[0].kind, null);
  }

  private void write() {
    Code code = body.code;
    for (Value p : program.params) body.local(p);
    for (Value s : shadows()) body.local(s);
    Value[] r = program.results();
    int[] seed = new int[r.length];
    for (int i = 0; i < r.length; i++)
      seed[i] = seedType(r[i]).isEmpty() ? -1 : code.local(r[i].isRef() ? Kind.REF : Kind.DOUBLE);
    int adjoints = code.local(Kind.REF);
    body.open(code.local(Kind.REF));
    body.clearLocals();
    body.clearAdjoints();
    int[] result = new int[r.length];
    for (int i = 0; i < r.length; i++) result[i] = declare(r[i].kind);
    org.objectweb.asm.Label turn = new org.objectweb.asm.Label();
    PrimalHalf forward =
        new PrimalHalf(body, pairs, r.length == 1 && r[0].kind.real() ? seed[0] : -1);
    forward.write(
        () -> {
          for (int i = 0; i < r.length; i++) {
            forward.value(r[i]);
            code.store(r[i].kind, result[i]);
            if (r[i].isRef() && plan.shadows.of(r[i]) != null) seed(forward, r[i], seed[i]);
          }
          code.jump(GOTO, turn);
        });
    code.label(turn);
    int[] numbers =
        java.util.stream.IntStream.range(0, r.length)
            .filter(i -> r[i].kind.real())
            .map(i -> seed[i])
            .toArray();
    new AdjointHalf(body, pairs).write(numbers, () -> finish(adjoints, result));
    code.end();
  }

  private int declare(Kind kind) {
    int l = body.code.local(kind);
    body.code.zero(kind);
    body.code.store(kind, l);
    return l;
  }

  private void seed(PrimalHalf forward, Value result, int seed) {
    forward.value(plan.shadows.get(result));
    body.code.load(Kind.REF, seed);
    body.code.callStatic(
        "org/jacobean/autodiff/runtime/Memory", "seed", "(Ljava/lang/Object;Ljava/lang/Object;)V");
  }

  private void finish(int adjoints, int[] result) {
    Code code = body.code;
    for (int i = 0; i < program.params.size(); i++) {
      Value p = program.params.get(i);
      if (!p.kind.real() || !active[i]) continue;
      code.load(Kind.REF, adjoints);
      code.number(i);
      if (body.hasAdjoint(p)) code.load(Kind.DOUBLE, body.adjoint(p));
      else code.op(DCONST_0);
      code.op(DASTORE);
    }
    body.save(true);
    Value[] r = program.results();
    if (r.length == 1) {
      code.load(r[0].kind, result[0]);
      code.op(r[0].kind.returnOpcode());
    } else {
      code.op(RETURN);
    }
  }
}
