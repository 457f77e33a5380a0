/** Writing HTML in which nothing of the user's becomes markup. Imports nothing of ours. */
@org.jspecify.annotations.NullMarked
package org.jacobean.display.html;
