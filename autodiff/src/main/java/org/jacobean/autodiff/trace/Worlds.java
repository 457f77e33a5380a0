package org.jacobean.autodiff.trace;

import java.util.concurrent.ConcurrentLinkedDeque;
import org.jacobean.autodiff.rule.UserRules;
import org.jacobean.autodiff.trace.copy.StaticState;
import org.jacobean.autodiff.trace.rewrite.CallTable;
import org.jacobean.autodiff.trace.rewrite.World;

/**
 * Traced worlds at rest. Each trace takes one, so threads never share one; the last used is warm.
 */
final class Worlds {
  /**
   * A world and the statics of its classes.
   *
   * @param rules how many rules written by hand it may know of
   */
  record Place(World world, StaticState statics, int rules) {
    boolean current() {
      return rules == UserRules.changes();
    }
  }

  private final CallTable table = new CallTable();
  private final ConcurrentLinkedDeque<Place> idle = new ConcurrentLinkedDeque<>();

  CallTable table() {
    return table;
  }

  Place take() {
    Place p = idle.pollFirst();
    while (p != null && !p.current()) p = idle.pollFirst();
    return p != null ? p : create();
  }

  private Place create() {
    int rules = UserRules.changes();
    World w = new World(table);
    StaticState statics = new StaticState(w);
    w.statics(statics);
    return new Place(w, statics, rules);
  }

  void giveBack(Place p) {
    idle.addFirst(p);
  }
}
