/** How far a loop has come: a bar in a notebook, a line of text elsewhere. */
@org.jspecify.annotations.NullMarked
package org.jacobean.display.progress;
