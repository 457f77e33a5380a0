package org.jacobean.autodiff.graph;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jacobean.autodiff.error.BadArgument;
import org.jacobean.autodiff.error.NotDifferentiable;
import org.jacobean.autodiff.rule.Rule;
import org.jacobean.autodiff.rule.Rules;

/** Writes down nodes, decisions and findings as they come. */
final class Recorder {
  final List<Node> nodes = new ArrayList<>();
  final List<Node> inputs = new ArrayList<>();
  final List<Decision> decisions = new ArrayList<>();
  final List<LoopRun> loops = new ArrayList<>();
  final Findings findings = new Findings();
  private final String method;
  private final int limit;

  Recorder(String method, int limit) {
    this.method = method;
    this.limit = limit;
  }

  Real input(String name, double value) {
    Node node = add(Node.INPUT, List.of(), new double[0], value, new Place(method, 0));
    node.nameIfNone(name);
    inputs.add(node);
    return new Real(value, node);
  }

  /** The node of a number; a number that depends on no input gets a constant's node. */
  Node nodeOf(Real real, Place place) {
    Node node = real.node();
    if (node != null) {
      return node;
    }
    Node constant = add(Node.CONSTANT, List.of(), new double[0], real.value(), place);
    constant.cameBy(real.origin());
    return constant;
  }

  /** The result of an operation; a node only if an argument depends on an input. */
  Real apply(String operation, double value, Place place, Real... arguments) {
    if (Stream.of(arguments).noneMatch(Real::active)) {
      return new Real(value, null, Origin.of(operation, value, arguments));
    }
    Rule rule = Rules.of(operation);
    if (rule == null) {
      throw new NotDifferentiable(
          "`" + operation + "`",
          place.method(),
          place.line(),
          "the engine has no derivative rule for it",
          "give it one with Diff.rule(…), or mark its arguments Diff.constant(…)");
    }
    double[] partials = partials(rule, arguments, value);
    List<Node> nodesOfArguments = Stream.of(arguments).map(a -> nodeOf(a, place)).toList();
    findings.afterOperation(rule, arguments, partials, value, place);
    return new Real(value, add(operation, nodesOfArguments, partials, value, place));
  }

  private static double[] partials(Rule rule, Real[] arguments, double value) {
    double[] numbers = Stream.of(arguments).mapToDouble(Real::value).toArray();
    double[] partials = new double[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      int self = i;
      boolean others =
          java.util.stream.IntStream.range(0, arguments.length)
              .anyMatch(k -> k != self && arguments[k].active());
      partials[i] = rule.partial(i, others).value(numbers, value);
    }
    return partials;
  }

  private Node add(
      String operation, List<Node> arguments, double[] partials, double value, Place place) {
    if (nodes.size() >= limit) {
      throw new BadArgument(
          "`"
              + method
              + "` carries out more than "
              + limit
              + " operations on these arguments (reached in "
              + place
              + "): too many to show; try smaller arrays or fewer rounds, or ask for the gradient instead");
    }
    Node node = new Node(nodes.size(), operation, arguments, partials, value, place);
    nodes.add(node);
    return node;
  }

  void decide(Comparison compared, String relation, Place place) {
    Node left = nodeOf(compared.left(), place);
    Node right = nodeOf(compared.right(), place);
    Decision decision = new Decision(left, relation, right, place);
    decisions.add(decision);
    findings.afterDecision(decision);
  }

  Set<Finding> found() {
    return new LinkedHashSet<>(findings.all());
  }
}
