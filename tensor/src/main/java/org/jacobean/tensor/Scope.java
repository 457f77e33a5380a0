package org.jacobean.tensor;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jacobean.autodiff.value.Active;
import org.jacobean.autodiff.value.Memory;
import org.jspecify.annotations.Nullable;

/**
 * Tensors made in a block of code, freed together at its end but for those kept.
 *
 * <pre>{@code
 * try (Scope s = Tensor.scope()) {
 *   return s.keep(x.matmul(w).relu());
 * }
 * }</pre>
 */
public final class Scope implements Memory.Lease {
  private static final ThreadLocal<@Nullable Scope> CURRENT = new ThreadLocal<>();
  private final @Nullable Scope outer = CURRENT.get();
  private final Set<Storage> made = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Storage> kept = Collections.newSetFromMap(new IdentityHashMap<>());

  Scope() {
    CURRENT.set(this);
  }

  static @Nullable Scope current() {
    return CURRENT.get();
  }

  void add(Storage s) {
    made.add(s);
  }

  /** The tensor as a constant that outlives the scope. */
  public Tensor keep(Tensor t) {
    kept.add(t.storage);
    return t.detach();
  }

  /** What a sweep gives belongs to its caller alone: no view, and shared with no other result. */
  @Override
  @SuppressWarnings("rawtypes")
  public Active keep(Active value) {
    if (!(value instanceof Tensor t)) return value.detach();
    boolean own = made.contains(t.storage) && !kept.contains(t.storage) && t.whole();
    return keep(own ? t : Movement.copy(t.detach()));
  }

  @Override
  public void close() {
    if (outer == null) CURRENT.remove();
    else CURRENT.set(outer);
    for (Storage s : made) {
      if (s.outlives()) continue;
      if (!kept.contains(s)) s.free();
      else if (outer != null) outer.add(s);
      else s.outlive();
    }
    made.clear();
  }
}
