/**
 * What was run, in this session and in earlier ones: an SQLite file, opened when first needed and
 * written in the background, with the tables that IPython's history has. Imports nothing of the
 * kernel.
 */
@org.jspecify.annotations.NullMarked
package org.jacobean.kernel.history;
