package org.jacobean.autodiff.value;

import java.util.ArrayList;
import java.util.List;
import org.jacobean.autodiff.error.NotDifferentiable;
import org.jspecify.annotations.Nullable;

/**
 * The operations on values in one sweep, in the order they happened. Unwinding hands adjoints on
 * from the last to the first; from then on nothing more is recorded.
 */
public final class Tape {
  private static final ThreadLocal<@Nullable Tape> CURRENT = new ThreadLocal<>();
  private final @Nullable Tape outer;
  private final List<Node<?>> nodes = new ArrayList<>();
  private boolean recording = true;

  private Tape(@Nullable Tape outer) {
    this.outer = outer;
  }

  /** Begins a tape of the calling thread; close it when the sweep is done. */
  public static Tape begin() {
    Tape t = new Tape(CURRENT.get());
    CURRENT.set(t);
    return t;
  }

  /** The thread's tape, when a reverse sweep is running. */
  static @Nullable Tape current() {
    return CURRENT.get();
  }

  public void end() {
    recording = false;
    nodes.clear();
    if (outer == null) CURRENT.remove();
    else CURRENT.set(outer);
  }

  boolean recording() {
    return recording;
  }

  /** The value as a variable of this sweep. */
  public <V extends Active<V>> V variable(V value) {
    if (value.recorded())
      throw new NotDifferentiable(
          "A derivative of values",
          "the function",
          0,
          "it is taken inside a function whose derivative is being taken",
          "use Diff.hvp, or detach() the value first");
    V v = value.alias();
    v.node(add("variable"));
    return v;
  }

  @SafeVarargs
  final <V extends Active<V>> Node<V> add(String operation, Partial<V>... partials) {
    List<Partial<V>> followed = new ArrayList<>(partials.length);
    for (Partial<V> p : partials) {
      Node<V> n = p.argument().node();
      if (n != null && n.tape == this) followed.add(p);
    }
    Node<V> n = new Node<>(this, nodes.size(), operation, followed);
    nodes.add(n);
    return n;
  }

  /** Hands on the adjoints of all values made after so many. */
  private void unwind(int kept) {
    recording = false;
    for (int i = nodes.size() - 1; i >= kept; i--) nodes.remove(i).pass();
  }

  /** The adjoint of a variable, zeros where nothing reached it. */
  public <V extends Active<V>> V adjoint(V variable) {
    Node<V> n = variable.node();
    if (n == null || n.tape != this) return variable.filled(0);
    unwind(n.index + 1);
    V a = n.adjoint();
    return a == null ? variable.filled(0) : a;
  }

  /** Adds to a value's adjoint. */
  <V extends Active<V>> void give(V value, V part) {
    recording = false;
    Node<V> n = value.node();
    if (n != null && n.tape == this) n.add(part);
  }
}
