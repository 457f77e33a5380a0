package org.jacobean.autodiff.symbolic;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jacobean.autodiff.graph.ComputationGraph;
import org.jacobean.autodiff.graph.Decision;
import org.jacobean.autodiff.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * The symbolic reading of a method: the same operations it carries out, on formulas.
 *
 * <pre>{@code
 * Formula f = Symbolic.of((Real2) (x, y) -> 3 * x * x + 2 * x * y + y * y, 1.0, 2.0);
 * f.value().unicode();        // 3x² + 2xy + y²
 * f.partial("x").unicode();   // 6x + 2y
 * }</pre>
 */
public final class Symbolic {
  /** Formulas with more symbols are refused: nobody reads them, and derivatives are larger yet. */
  public static final long LARGEST = 20_000;

  private final ComputationGraph graph;
  private static final int DEEPEST = 200;

  private final Map<Node, Expr> formulas = new LinkedHashMap<>();
  private final Map<Expr, Integer> depths = new IdentityHashMap<>();

  private Symbolic(ComputationGraph graph) {
    this.graph = graph;
  }

  /**
   * Reads a function as it runs for the given arguments; every double and float among them is a
   * variable.
   *
   * @param function a lambda, method reference, Method, MethodHandle or Target
   */
  public static Formula of(Object function, @Nullable Object... arguments) {
    return of(ComputationGraph.of(function, arguments));
  }

  /** Reads a graph as formulas. */
  public static Formula of(ComputationGraph graph) {
    return new Symbolic(graph).read();
  }

  private Formula read() {
    BitSet needed = needed();
    for (Node n : graph.nodes()) {
      if (needed.get(n.index())) {
        formulas.put(n, checked(n, NodeReading.of(n, this::formulaOf)));
      }
    }
    Map<Var, Double> point = new LinkedHashMap<>();
    graph.inputs().forEach(i -> point.put((Var) formulaOf(i), i.value()));
    List<Expr> values = graph.outputs().stream().map(this::formulaOf).toList();
    return new Formula(
        graph.method(),
        values,
        new ArrayList<>(point.keySet()),
        point,
        conditions(),
        graph.loops(),
        graph.findings());
  }

  /** What results and conditions depend on, and every variable. */
  private BitSet needed() {
    BitSet needed = new BitSet();
    Stream.of(graph.inputs(), graph.outputs())
        .flatMap(List::stream)
        .forEach(n -> needed.set(n.index()));
    graph.decisions().forEach(d -> needed.set(d.left().index()));
    graph.decisions().forEach(d -> needed.set(d.right().index()));
    for (int i = graph.nodes().size() - 1; i >= 0; i--) {
      if (needed.get(i)) {
        graph.nodes().get(i).arguments().forEach(a -> needed.set(a.index()));
      }
    }
    return needed;
  }

  private Expr formulaOf(Node node) {
    return java.util.Objects.requireNonNull(formulas.get(node));
  }

  private Expr checked(Node node, Expr formula) {
    if (formula.size() > LARGEST) {
      throw new FormulaTooLargeException(
          "the formula of `"
              + graph.method()
              + "` has more than "
              + LARGEST
              + " symbols for these arguments (reached in "
              + node.place()
              + "); try smaller arrays or fewer rounds, or ask for numbers only");
    }
    if (depth(formula) > DEEPEST) {
      throw new FormulaTooLargeException(
          "the formula of `"
              + graph.method()
              + "` is nested more than "
              + DEEPEST
              + " deep for these arguments (reached in "
              + node.place()
              + "); try fewer rounds, or ask for numbers only");
    }
    return formula;
  }

  /** How deep operations are nested; known already for all but the newest operations. */
  private int depth(Expr e) {
    Integer known = depths.get(e);
    if (known != null) {
      return known;
    }
    int depth = 1 + e.children().stream().mapToInt(this::depth).max().orElse(0);
    depths.put(e, depth);
    return depth;
  }

  /** Each condition once; what holds whatever the variables are is none. */
  private List<Condition> conditions() {
    Set<Condition> found = new LinkedHashSet<>();
    for (Decision d : graph.decisions()) {
      Expr left = formulaOf(d.left()).simplified();
      Expr right = formulaOf(d.right()).simplified();
      Condition c = new Condition(left, relation(d.relation()), right).readable();
      if (!left.variables().isEmpty() || !right.variables().isEmpty()) {
        found.add(c);
      }
    }
    return List.copyOf(found);
  }

  private static Condition.Relation relation(String java) {
    for (Condition.Relation r : Condition.Relation.values()) {
      if (r.java().equals(java)) {
        return r;
      }
    }
    throw new IllegalStateException("no relation " + java);
  }
}
