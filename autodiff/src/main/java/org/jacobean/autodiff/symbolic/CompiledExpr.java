package org.jacobean.autodiff.symbolic;

import java.lang.invoke.MethodHandles;
import java.util.List;

/** Formulas as machine code again: emitted as bytecode, shared parts computed once. Thread-safe. */
public final class CompiledExpr {

  /** What an emitted class does. */
  interface Code {
    void run(double[] variables, double[] results, NamedFunction[] functions);
  }

  private final List<Var> variables;
  private final int results;
  private final Code code;
  private final NamedFunction[] functions;

  private CompiledExpr(List<Var> variables, int results, Code code, NamedFunction[] functions) {
    this.variables = variables;
    this.results = results;
    this.code = code;
    this.functions = functions;
  }

  /** One formula as a function of the variables, in the given order. */
  public static CompiledExpr of(Expr formula, List<Var> variables) {
    return of(List.of(formula), variables);
  }

  /** Several formulas computed together. */
  public static CompiledExpr of(List<? extends Expr> formulas, List<Var> variables) {
    for (Expr formula : formulas) {
      for (Var v : formula.variables()) {
        if (!variables.contains(v)) {
          throw new UnknownVariableException(v, variables);
        }
      }
    }
    ExprCompiler compiler = new ExprCompiler(variables);
    byte[] bytes = compiler.compile(SharedTerms.of(formulas));
    NamedFunction[] functions = compiler.functions().toArray(NamedFunction[]::new);
    return new CompiledExpr(List.copyOf(variables), formulas.size(), define(bytes), functions);
  }

  private static Code define(byte[] bytes) {
    try {
      MethodHandles.Lookup hidden = MethodHandles.lookup().defineHiddenClass(bytes, true);
      return (Code) hidden.lookupClass().getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("an emitted formula could not be loaded", e);
    }
  }

  /** The first formula's value. */
  public double at(double... point) {
    return allAt(point)[0];
  }

  /** Every formula's value. */
  public double[] allAt(double... point) {
    double[] into = new double[results];
    allAt(point, into);
    return into;
  }

  /** Every formula's value, without allocation. */
  public void allAt(double[] point, double[] into) {
    if (point.length != variables.size()) {
      throw new IllegalArgumentException(
          "the formula has "
              + variables.size()
              + " variables, but got "
              + point.length
              + " values");
    }
    code.run(point, into, functions);
  }
}
