package org.jacobean.kernel.session.complete;

/** Whether a cell is finished, in the protocol's words, and how its next line is indented. */
public record Verdict(String status, String indent) {}
