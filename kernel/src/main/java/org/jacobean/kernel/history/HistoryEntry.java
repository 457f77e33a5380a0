package org.jacobean.kernel.history;

import org.jspecify.annotations.Nullable;

/** A cell that was run: in which session, its number there, its source, and what it showed. */
public record HistoryEntry(int session, int line, String source, @Nullable String output) {}
