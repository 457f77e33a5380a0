package org.jacobean.kernel.session.scope;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jacobean.kernel.session.scope.Declared.Kind;

/** Finds what must be compiled again because declarations it uses have moved to new classes. */
final class Dependants {
  private final Scope scope;
  private final Draft draft;
  private final Deque<Live> moved = new ArrayDeque<>();

  Dependants(Scope scope, Draft draft) {
    this.scope = scope;
    this.draft = draft;
  }

  /** Adds to the draft, transitively, all that follows its declarations. */
  void pull() {
    for (Declared declared : draft.fresh.values()) {
      if (draft.declares(declared) && !draft.kept.contains(declared.key())) {
        movedByName(declared);
      }
    }
    while (!moved.isEmpty()) {
      Live gone = moved.pop();
      for (Live other : scope.all()) {
        if (!draft.fresh.containsKey(other.what().key())
            && !draft.again.containsKey(other.what().key())
            && uses(other, gone)) {
          again(other);
        }
      }
    }
    pullWaiting();
  }

  /** A method moves all overloads: a call may now mean the new one. */
  private void movedByName(Declared declared) {
    for (Live live : scope.named(declared.name())) {
      boolean same = live.what().key().equals(declared.key());
      boolean overload = declared.kind() == Kind.METHOD && live.what().kind() == Kind.METHOD;
      if (same || overload) {
        moved.add(live);
      }
    }
  }

  private void again(Live other) {
    draft.again.put(other.what().key(), other.what());
    if (!other.typeText().isEmpty()) {
      draft.fieldTypes.put(other.what().key(), other.typeText());
    }
    moved.add(other);
  }

  private static boolean uses(Live user, Live used) {
    if (!user.what().mentions().contains(used.what().name())) {
      return false;
    }
    String owner = "REPL/" + used.holder().name();
    if (used.what().kind() != Kind.TYPE && user.holder() == used.holder()) {
      return user.what().kind() == Kind.METHOD && user != used;
    }
    if (used.what().kind() != Kind.TYPE) {
      return user.holder().references().members().contains(owner + "." + used.what().name());
    }
    String type = owner + "$" + used.what().name();
    return user.holder().references().classes().stream()
        .anyMatch(c -> c.equals(type) || c.startsWith(type + "$"));
  }

  /** What waits for a name this draft gives is tried again, and what waits for that. */
  private void pullWaiting() {
    Set<String> given = new HashSet<>();
    draft.declarations().forEach(d -> given.add(d.name()));
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Declared waiting : scope.waiting()) {
        boolean wanted = waiting.mentions().stream().anyMatch(given::contains);
        if (wanted
            && !draft.fresh.containsKey(waiting.key())
            && draft.again.putIfAbsent(waiting.key(), waiting) == null) {
          given.add(waiting.name());
          grew = true;
        }
      }
    }
  }
}
