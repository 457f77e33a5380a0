package org.jacobean.kernel.extend;

import org.jspecify.annotations.Nullable;

/**
 * One use of a magic.
 *
 * @param name the name as typed
 * @param line the raw rest of the line, trimmed, nothing split or unescaped
 * @param body the cell below a {@code %%magic}; null for a line magic
 * @param notebook the session it runs in
 * @param shared what magics of this session keep between calls
 */
public record MagicCall(
    String name, String line, @Nullable String body, Notebook notebook, Shared shared) {

  /** A call that shares nothing with others. */
  public MagicCall(String name, String line, @Nullable String body, Notebook notebook) {
    this(name, line, body, notebook, new Shared());
  }
}
