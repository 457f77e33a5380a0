package org.jacobean.autodiff.graph;

/** How often the body of a loop ran, in one run of its method. */
public record LoopRun(Place place, int rounds) {
  @Override
  public String toString() {
    return "the loop in " + place + " ran " + rounds + (rounds == 1 ? " time" : " times");
  }
}
