package org.jacobean.autodiff.graph;

import java.util.List;

/**
 * One operation of the forward sweep: its tangent is the sum of its arguments' tangents times the
 * local partials.
 */
public record ForwardStep(Node node, List<Double> partials, List<Double> tangents, double tangent) {
  public ForwardStep {
    partials = List.copyOf(partials);
    tangents = List.copyOf(tangents);
  }
}
