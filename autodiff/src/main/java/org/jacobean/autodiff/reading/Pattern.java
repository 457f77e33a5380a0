package org.jacobean.autodiff.reading;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import org.jacobean.autodiff.graph.ComputationGraph;
import org.jacobean.autodiff.graph.Node;
import org.jacobean.autodiff.rule.Primitive;
import org.jacobean.autodiff.rule.Rule;
import org.jacobean.autodiff.rule.Rules;
import org.jacobean.autodiff.rule.Term;

/** Which derivatives can differ from zero along the way an evaluation took. */
public final class Pattern {
  private final ComputationGraph graph;
  private final BitSet[] depends;
  private final BitSet[] interacts;

  private Pattern(ComputationGraph graph) {
    this.graph = graph;
    depends = new BitSet[graph.nodes().size()];
    interacts = new BitSet[graph.inputs().size()];
    Arrays.setAll(interacts, i -> new BitSet());
    int next = 0;
    for (Node n : graph.nodes()) {
      BitSet own = new BitSet();
      if (n.isInput()) own.set(next++);
      depends[n.index()] = own;
      if (!n.isInput() && !n.isConstant()) visit(n, own);
    }
  }

  /** Row i holds the inputs the i-th output depends on. */
  public static BitSet[] jacobian(ComputationGraph graph) {
    Pattern p = new Pattern(graph);
    return graph.outputs().stream().map(o -> p.depends[o.index()]).toArray(BitSet[]::new);
  }

  /** Row i holds the inputs that meet the i-th in some operation that is not linear in them. */
  public static BitSet[] hessian(ComputationGraph graph) {
    return new Pattern(graph.withoutUnused()).interacts;
  }

  private void visit(Node n, BitSet own) {
    Rule rule = Objects.requireNonNull(Rules.of(n.operation()));
    for (int i = 0; i < n.arguments().size(); i++) {
      Term partial = rule.partial(i, true);
      if (partial.isZero()) continue;
      own.or(of(n, i));
      for (int j = 0; j < n.arguments().size(); j++)
        if (moves(partial, j)) meet(of(n, i), of(n, j));
    }
  }

  private BitSet of(Node n, int argument) {
    return depends[n.arguments().get(argument).index()];
  }

  private void meet(BitSet a, BitSet b) {
    a.stream().forEach(i -> interacts[i].or(b));
    b.stream().forEach(i -> interacts[i].or(a));
  }

  /** Whether a term changes with an argument; the result changes with all of them. */
  private static boolean moves(Term t, int argument) {
    if (t instanceof Term.Arg a) return a.index() == argument;
    if (t instanceof Term.Result) return true;
    return t instanceof Term.Apply f
        && !step(f.primitive())
        && f.args().stream().anyMatch(a -> moves(a, argument));
  }

  private static boolean step(Primitive p) {
    return switch (p) {
      case EXCEEDS, SHARE, INSIDE, SIGN_BIT, SIGNUM, TWO_TO -> true;
      default -> false;
    };
  }
}
