/**
 * Training: optimisers, schedules, clipping, batches and the loop over them. Parameters are a
 * tensor or a record of tensors and records; steps change the tensors in place. May import tensor
 * and the engine's facade.
 */
@NullMarked
package org.jacobean.tensor.train;

import org.jspecify.annotations.NullMarked;
