/** What the engine says when it cannot; imports nothing of ours. */
@NullMarked
package org.jacobean.autodiff.error;

import org.jspecify.annotations.NullMarked;
