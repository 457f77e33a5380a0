/**
 * What the engine and a traced world say to each other. The runtime of tracing is loaded once per
 * world, so that its statics belong to that world alone; the types here are loaded once for all and
 * cross the border. Imports nothing of ours.
 */
@NullMarked
package org.jacobean.autodiff.trace.contract;

import org.jspecify.annotations.NullMarked;
