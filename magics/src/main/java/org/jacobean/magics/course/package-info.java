/**
 * What helps a learner: {@code %check} compares an answer with the engine's derivative and says in
 * which way it is wrong, never what would be right.
 */
@org.jspecify.annotations.NullMarked
package org.jacobean.magics.course;
