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

  /** Whether nobody else holds the adjoint, so that it may be changed. */
  private boolean own;

  Node(Tape tape, int index, String operation, List<Partial<V>> partials) {
    this.tape = tape;
    this.index = index;
    this.operation = operation;
    this.partials = partials;
  }

  void add(V part) {
    own = adjoint != null; // a sum is fresh, a first part may be somebody else's too
    adjoint = Tangents.plus(adjoint, part);
  }

  /** The part of the adjoint that comes through one operation on this value. */
  private void receive(Partial<V> p, V given) {
    if (p.gather() == null || given.tangents() != null || p.argument().tangents() != null) {
      add(p.backward().apply(given));
      return;
    }
    if (adjoint == null || !own) {
      V zeros = p.argument().filled(0);
      adjoint = adjoint == null ? zeros : adjoint.sum(zeros);
      own = true;
    }
    p.gather().accept(adjoint, given);
  }

  @Nullable V adjoint() {
    return adjoint;
  }

  /** Hands the adjoint on to the arguments, and lets go of everything. */
  void pass() {
    if (adjoint == null || partials.isEmpty()) return;
    for (Partial<V> p : partials) {
      Node<V> n = p.argument().node();
      if (n != null) n.receive(p, adjoint);
    }
    partials = List.of();
    adjoint = null;
  }
}
