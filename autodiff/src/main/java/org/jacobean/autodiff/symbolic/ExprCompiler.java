package org.jacobean.autodiff.symbolic;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Emits formulas as one method that reads variables from an array and writes values to another. */
final class ExprCompiler {
  private static final String CODE = Type.getInternalName(CompiledExpr.Code.class);
  private static final String FUNCTION = Type.getInternalName(NamedFunction.class);
  private static final String NAME = CODE.replace("CompiledExpr$Code", "Formula$Code");
  private static final int VARIABLES = 1;
  private static final int RESULTS = 2;
  private static final int FUNCTIONS = 3;

  private final List<Var> variables;
  private final Map<Var, Integer> locals = new HashMap<>();
  private final List<NamedFunction> functions = new ArrayList<>();
  private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
  private MethodVisitor code;

  ExprCompiler(List<Var> variables) {
    this.variables = variables;
    writer.visit(V17, ACC_FINAL | ACC_SUPER, NAME, null, "java/lang/Object", new String[] {CODE});
    constructor();
    String descriptor = "([D[D[L" + FUNCTION + ";)V";
    code = writer.visitMethod(ACC_PUBLIC, "run", descriptor, null, null);
  }

  /** The functions that are no methods of Math, in the order in which the code names them. */
  List<NamedFunction> functions() {
    return functions;
  }

  byte[] compile(SharedTerms terms) {
    code.visitCode();
    int next = FUNCTIONS + 1;
    for (SharedTerms.Definition d : terms.definitions()) {
      emit(d.meaning());
      code.visitVarInsn(DSTORE, next);
      locals.put(d.name(), next);
      next += 2;
    }
    for (int i = 0; i < terms.results().size(); i++) {
      code.visitVarInsn(ALOAD, RESULTS);
      pushInt(i);
      emit(terms.results().get(i));
      code.visitInsn(DASTORE);
    }
    code.visitInsn(RETURN);
    return finished();
  }

  private byte[] finished() {
    code.visitMaxs(0, 0);
    code.visitEnd();
    writer.visitEnd();
    try {
      return writer.toByteArray();
    } catch (MethodTooLargeException e) {
      throw new FormulaTooLargeException(
          "the formula is too large for one Java method ("
              + e.getCodeSize()
              + " bytes of code); "
              + "differentiate the method itself instead of its formula");
    }
  }

  private void constructor() {
    code = writer.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
    code.visitCode();
    code.visitVarInsn(ALOAD, 0);
    code.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    code.visitInsn(RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private void emit(Expr e) {
    if (e instanceof Num n) {
      code.visitLdcInsn(n.doubleValue());
    } else if (e instanceof Constant c) {
      code.visitLdcInsn(c.value());
    } else if (e instanceof Var v) {
      variable(v);
    } else if (e instanceof Sum s) {
      emitAll(s.terms(), DADD);
    } else if (e instanceof Product p) {
      product(Quotient.of(p));
    } else if (e instanceof Power p) {
      power(p);
    } else if (e instanceof Call c) {
      call(c);
    } else if (e instanceof Choice c) {
      choice(c);
    } else {
      emit(PendingDerivative.workedOut(e));
    }
  }

  private void variable(Var v) {
    Integer local = locals.get(v);
    if (local != null) {
      code.visitVarInsn(DLOAD, local);
    } else {
      code.visitVarInsn(ALOAD, VARIABLES);
      pushInt(variables.indexOf(v));
      code.visitInsn(DALOAD);
    }
  }

  private void pushInt(int i) {
    code.visitLdcInsn(i);
  }

  private void emitAll(List<Expr> parts, int operation) {
    for (int i = 0; i < parts.size(); i++) {
      emit(parts.get(i));
      if (i > 0) {
        code.visitInsn(operation);
      }
    }
  }

  private void product(Quotient q) {
    if (q.numerator().isEmpty()) {
      code.visitInsn(DCONST_1);
    }
    emitAll(q.numerator(), DMUL);
    if (q.sign() < 0) {
      code.visitInsn(DNEG);
    }
    if (q.isFraction()) {
      emitAll(q.denominator(), DMUL);
      code.visitInsn(DDIV);
    }
  }

  private void power(Power p) {
    if (p.base() == Constant.E) {
      emit(p.exponent());
      math("exp", 1);
    } else if (Printer.isReciprocal(p)) {
      product(Quotient.of(p));
    } else {
      emit(p.base());
      emitExponent(p.exponent());
    }
  }

  private void emitExponent(Expr exponent) {
    if (exponent.equals(Num.HALF)) {
      math("sqrt", 1);
    } else if (exponent.equals(Num.TWO)) {
      code.visitInsn(DUP2);
      code.visitInsn(DMUL);
    } else {
      emit(exponent);
      math("pow", 2);
    }
  }

  private void math(String name, int arity) {
    String descriptor = "(" + "D".repeat(arity) + ")D";
    code.visitMethodInsn(INVOKESTATIC, "java/lang/Math", name, descriptor, false);
  }

  private void call(Call c) {
    NamedFunction f = c.function();
    if (c.isCallOf("rem")) {
      emitAll(c.arguments(), DREM);
    } else if (f.java().equals("Math." + f.name())) {
      c.arguments().forEach(this::emit);
      math(f.name(), f.arity());
    } else {
      callNamed(c);
    }
  }

  private void callNamed(Call c) {
    if (!functions.contains(c.function())) {
      functions.add(c.function());
    }
    code.visitVarInsn(ALOAD, FUNCTIONS);
    pushInt(functions.indexOf(c.function()));
    code.visitInsn(AALOAD);
    pushInt(c.arguments().size());
    code.visitIntInsn(NEWARRAY, T_DOUBLE);
    for (int i = 0; i < c.arguments().size(); i++) {
      code.visitInsn(DUP);
      pushInt(i);
      emit(c.arguments().get(i));
      code.visitInsn(DASTORE);
    }
    code.visitMethodInsn(INVOKEVIRTUAL, FUNCTION, "value", "([D)D", false);
  }

  private void choice(Choice c) {
    Label otherwise = new Label();
    Label end = new Label();
    emit(c.when().left());
    emit(c.when().right());
    boolean less =
        c.when().relation() == Condition.Relation.LESS
            || c.when().relation() == Condition.Relation.AT_MOST;
    code.visitInsn(less ? DCMPG : DCMPL); // a NaN on either side makes the comparison false
    code.visitJumpInsn(unless(c.when().relation()), otherwise);
    emit(c.then());
    code.visitJumpInsn(GOTO, end);
    code.visitLabel(otherwise);
    emit(c.otherwise());
    code.visitLabel(end);
  }

  private static int unless(Condition.Relation relation) {
    return switch (relation) {
      case LESS -> IFGE;
      case AT_MOST -> IFGT;
      case EQUAL -> IFNE;
      case NOT_EQUAL -> IFEQ;
      case AT_LEAST -> IFLT;
      case GREATER -> IFLE;
    };
  }
}
