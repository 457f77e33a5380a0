/**
 * Tablesaw in whatever version a notebook loads: its tables look as those of the version we bring,
 * and the figures of its jsplot module, which open a browser window elsewhere, appear below the
 * cell. Compiled against no jsplot at all: a figure is read by its methods' names. May import the
 * display module and the kernel's {@code extend} package.
 */
@NullMarked
package org.jacobean.magics.tablesaw;

import org.jspecify.annotations.NullMarked;
