package org.jacobean.autodiff.trace.contract;

/** Fills the static fields of a rewritten class with copies of the original's present values. */
public interface Statics {
  void fill(Class<?> rewritten);
}
