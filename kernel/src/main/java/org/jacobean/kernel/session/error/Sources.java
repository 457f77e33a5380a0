package org.jacobean.kernel.session.error;

import org.jspecify.annotations.Nullable;

/** The text of the cell a session class was written in; null when nobody knows any more. */
public interface Sources {
  @Nullable String of(String className);
}
