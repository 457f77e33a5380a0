/**
 * One evaluation's graph read again with other numbers: complex ones, power series, or sets of
 * variables. May import graph, rule and error.
 */
@NullMarked
package org.jacobean.autodiff.reading;

import org.jspecify.annotations.NullMarked;
