package org.jacobean.autodiff.analyze;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Arrays that may be one and the same, found by unification (Steensgaard). */
public final class Region {
  private @Nullable Region union;
  private @Nullable Region element;
  private final Map<String, Region> fields = new HashMap<>();

  /** Some store of this program or of a method it calls writes its elements. */
  boolean written;

  /** Its elements carry derivatives. */
  boolean active;

  /** A method called elsewhere sees it too. */
  boolean shared;

  /** It comes from a field or an unknown method: nobody knows its shadow. */
  boolean foreign;

  /** Code that is not differentiated may write it. */
  boolean opaque;

  Region find() {
    Region r = this;
    while (r.union != null) r = r.union;
    return r;
  }

  Region element() {
    Region r = find();
    if (r.element == null) r.element = new Region();
    return r.element.find();
  }

  @Nullable Region elementIfAny() {
    Region e = find().element;
    return e == null ? null : e.find();
  }

  Region field(String name) {
    return find().fields.computeIfAbsent(name, q -> new Region()).find();
  }

  /** Makes two regions one; tells whether they were two. */
  static boolean unify(Region x, Region y) {
    Region a = x.find();
    Region b = y.find();
    if (a == b) return false;
    b.union = a;
    a.written |= b.written;
    a.active |= b.active;
    a.shared |= b.shared;
    a.foreign |= b.foreign;
    a.opaque |= b.opaque;
    if (b.element != null) {
      if (a.element == null) a.element = b.element;
      else unify(a.element, b.element);
    }
    b.fields.forEach((n, f) -> unify(a.field(n), f));
    return true;
  }
}
