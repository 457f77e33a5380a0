/**
 * What a session has declared and how a cell is compiled against it: names and the classes that
 * hold them, dependants that follow a redefinition, declarations that wait for a missing name.
 * Imports {@code read} and {@code compile}; loads and runs nothing.
 */
@org.jspecify.annotations.NullMarked
package org.jacobean.kernel.session.scope;
