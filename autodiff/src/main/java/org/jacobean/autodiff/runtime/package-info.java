/** What generated code calls while it runs; imports nothing of ours. */
@NullMarked
package org.jacobean.autodiff.runtime;

import org.jspecify.annotations.NullMarked;
