/** Matrix products on memory outside the heap: OpenBLAS where it loads, else plain loops. */
@NullMarked
package org.jacobean.tensor.blas;

import org.jspecify.annotations.NullMarked;
