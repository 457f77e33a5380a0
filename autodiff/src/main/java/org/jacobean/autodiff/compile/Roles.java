package org.jacobean.autodiff.compile;

import java.util.ArrayList;
import java.util.List;
import org.jacobean.autodiff.lift.Value;
import org.jacobean.autodiff.reverse.Gradient;

/** What each parameter of a gradient method is, in the words of a {@link SecondOrder} layout. */
final class Roles {
  private final List<String> words = new ArrayList<>();
  private final List<Boolean> active = new ArrayList<>();

  Roles(Gradient.Written g, boolean[] by, int bound) {
    int n = g.program().params.size();
    for (int i = 0; i < n; i++) {
      Value p = g.program().params.get(i);
      boolean written = g.written()[i] && i >= bound;
      add((written ? "v!" : "v") + i, p.kind.real() ? by[i] : g.shadowed()[i]);
    }
    for (int i = 0; i < n; i++) if (g.shadowed()[i]) add("s" + i, true);
    Value[] r = g.program().results();
    for (int i = 0; i < r.length; i++) if (r[i].kind.real() || r[i].isRef()) add("w" + i, false);
    add("a0", true);
    add("t0", true);
  }

  private void add(String word, boolean isActive) {
    words.add(word);
    active.add(isActive);
  }

  List<String> words() {
    return words;
  }

  boolean[] active() {
    boolean[] a = new boolean[active.size()];
    for (int i = 0; i < a.length; i++) a[i] = active.get(i);
    return a;
  }
}
