/** The little linear algebra that results need: eigenvalues and singular values by Jacobi. */
@org.jspecify.annotations.NullMarked
package org.jacobean.magics.diff.linear;
