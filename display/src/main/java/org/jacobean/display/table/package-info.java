/**
 * Tables: a small model ({@link org.jacobean.display.table.Grid}) and its looks as aligned text,
 * accessible HTML and Markdown; conversion to Tablesaw. May import {@code display} and {@code
 * display.html}.
 */
@org.jspecify.annotations.NullMarked
package org.jacobean.display.table;
