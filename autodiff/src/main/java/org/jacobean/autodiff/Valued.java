package org.jacobean.autodiff;

/** A function's value together with its partial derivatives there. */
public record Valued(double value, Partials partials) {}
