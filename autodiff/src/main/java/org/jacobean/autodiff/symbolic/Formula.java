package org.jacobean.autodiff.symbolic;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jacobean.autodiff.graph.Finding;
import org.jacobean.autodiff.graph.LoopRun;

/**
 * What a method computes, as formulas, and for which arguments they hold.
 *
 * @param method as a reader knows it
 * @param values one formula for each number the method returns
 * @param variables the numbers among its arguments, in order
 * @param point the arguments' values
 * @param conditions what must hold for the method to go the way it went at the point; none when the
 *     formula is general
 * @param loops how often each loop ran; arguments of other sizes may give other formulas
 * @param findings what to know before trusting the derivative at the point
 */
public record Formula(
    String method,
    List<Expr> values,
    List<Var> variables,
    Map<Var, Double> point,
    List<Condition> conditions,
    List<LoopRun> loops,
    List<Finding> findings) {

  public Formula {
    values = List.copyOf(values);
    variables = List.copyOf(variables);
    point = Collections.unmodifiableMap(new LinkedHashMap<>(point));
    conditions = List.copyOf(conditions);
    loops = List.copyOf(loops);
    findings = List.copyOf(findings);
  }

  /** The formula of a method that returns one number. */
  public Expr value() {
    return values.get(0);
  }

  /** Whether the formula holds for all arguments of the same sizes. */
  public boolean isGeneral() {
    return conditions.isEmpty();
  }

  /** The partial derivative by the variable of this name, such as {@code x} or {@code w[0]}. */
  public Expr partial(String variable) {
    return value().derivative(variable(variable));
  }

  public GradientFormula gradient() {
    return GradientFormula.of(value(), variables);
  }

  /** The partial derivatives by the named parameters: {@code w} means every element of w. */
  public GradientFormula gradient(String... parameters) {
    return GradientFormula.of(value(), variables(parameters));
  }

  /** One row of partial derivatives for each number the method returns. */
  public List<GradientFormula> jacobian(String... parameters) {
    List<Var> by = parameters.length == 0 ? variables : variables(parameters);
    return values.stream().map(v -> GradientFormula.of(v, by)).toList();
  }

  public HessianFormula hessian(String... parameters) {
    return HessianFormula.of(value(), parameters.length == 0 ? variables : variables(parameters));
  }

  /** The derivative by a variable with the rules used. */
  public Derivation derivation(String variable) {
    return Derivation.of(value(), variable(variable));
  }

  /** The Taylor polynomial at the point. */
  public TaylorPolynomial taylor(int order) {
    return TaylorPolynomial.of(value(), point, order);
  }

  /** The values as a function of the variables again. */
  public CompiledExpr compiled() {
    return CompiledExpr.of(values, variables);
  }

  private Var variable(String name) {
    Var asked = new Var(name);
    if (!variables.contains(asked)) {
      throw new UnknownVariableException(method, name, variables);
    }
    return asked;
  }

  private List<Var> variables(String... parameters) {
    return Arrays.stream(parameters).flatMap(this::belongingTo).toList();
  }

  private Stream<Var> belongingTo(String parameter) {
    List<Var> own =
        variables.stream()
            .filter(
                v ->
                    v.name().equals(parameter)
                        || v.name().startsWith(parameter + "[")
                        || v.name().startsWith(parameter + "."))
            .toList();
    return own.isEmpty() ? Stream.of(variable(parameter)) : own.stream();
  }

  /** In words for which arguments the formula holds; empty when it holds for all. */
  public String validity() {
    return Stream.of(branches(), rounds())
        .filter(s -> !s.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private String branches() {
    if (conditions.isEmpty()) {
      return "";
    }
    String all = conditions.stream().map(Condition::unicode).collect(Collectors.joining(", "));
    return "for "
        + all
        + " ("
        + (conditions.size() == 1 ? "the branch" : "the branches")
        + " taken at this point)";
  }

  private String rounds() {
    return loops.stream().map(LoopRun::toString).collect(Collectors.joining(", "));
  }
}
