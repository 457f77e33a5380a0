package org.jacobean.kernel.session.read;

import org.jspecify.annotations.Nullable;

/**
 * A magic as typed.
 *
 * @param line the raw rest of its line
 * @param body what stands below a cell magic
 */
public record MagicText(String name, String line, @Nullable String body) {}
