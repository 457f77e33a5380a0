package org.jacobean.autodiff.tier;

/**
 * One evaluation of a function together with derivatives, on a frame; safe for many threads, each
 * with its own frame.
 */
public interface Sweep {
  void run(Frame frame);
}
