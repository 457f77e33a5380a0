package org.jacobean.autodiff.value;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Forward mode: the tangents of a result from those of its arguments. */
final class Tangents {
  /** Whether tangents are being computed: what that takes has no tangents of its own. */
  private static final ThreadLocal<Boolean> UNDERWAY = ThreadLocal.withInitial(() -> false);

  private Tangents() {}

  static boolean suspended() {
    return UNDERWAY.get();
  }

  static <V extends Active<V>> List<V> of(V result, Partial<V>[] partials) {
    int directions = 0;
    for (Partial<V> p : partials) directions = Math.max(directions, count(p.argument()));
    List<V> all = new ArrayList<>(directions);
    UNDERWAY.set(true);
    try {
      for (int k = 0; k < directions; k++) all.add(one(result, partials, k));
    } finally {
      UNDERWAY.set(false);
    }
    return all;
  }

  private static <V extends Active<V>> int count(V v) {
    List<V> t = v.tangents();
    return t == null ? 0 : t.size();
  }

  private static <V extends Active<V>> V one(V result, Partial<V>[] partials, int direction) {
    V total = null;
    for (Partial<V> p : partials) {
      if (count(p.argument()) <= direction) continue;
      total = plus(total, p.forward().apply(p.argument().tangent(direction)));
    }
    return total == null ? result.filled(0) : total;
  }

  static <V extends Active<V>> V plus(@Nullable V sum, V term) {
    return sum == null ? term : sum.sum(term);
  }
}
