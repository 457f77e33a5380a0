package org.jacobean.autodiff.graph;

/**
 * One edge of the reverse sweep: the adjoint of an operation flows to one of its arguments.
 *
 * @param from the operation
 * @param to the argument
 * @param partial ∂from/∂to
 * @param adjoint of the operation, complete when the step is taken
 * @param contribution adjoint · partial
 * @param sum what the argument has received so far, this step included
 */
public record BackwardStep(
    Node from, Node to, double partial, double adjoint, double contribution, double sum) {}
