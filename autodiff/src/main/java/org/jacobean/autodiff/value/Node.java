package org.jacobean.autodiff.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One operation on a tape, and the adjoint of its result so far. */
final class Node<V extends Active<V>> {
  final Tape tape;
  final int index;
  final String operation;
  private List<Partial<V>> partials;
  private @Nullable V adjoint;

  Node(Tape tape, int index, String operation, List<Partial<V>> partials) {
    this.tape = tape;
    this.index = index;
    this.operation = operation;
    this.partials = partials;
  }

  void add(V part) {
    adjoint = Tangents.plus(adjoint, part);
  }

  @Nullable V adjoint() {
    return adjoint;
  }

  /** Hands the adjoint on to the arguments, and lets go of everything. */
  void pass() {
    if (adjoint == null || partials.isEmpty()) return;
    for (Partial<V> p : partials) {
      Node<V> n = p.argument().node();
      if (n != null) n.add(p.backward().apply(adjoint));
    }
    partials = List.of();
    adjoint = null;
  }
}
