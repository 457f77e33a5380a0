/** Joins the display module to the kernel: values of a session get the looks that it knows. */
@org.jspecify.annotations.NullMarked
package org.jacobean.magics.show;
