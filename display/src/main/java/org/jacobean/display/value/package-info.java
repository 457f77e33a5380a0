/**
 * How values look that everybody has: arrays, collections, records, Tablesaw tables, pictures,
 * throwables. Imports {@code display}, {@code display.html}, {@code display.table}.
 */
@org.jspecify.annotations.NullMarked
package org.jacobean.display.value;
