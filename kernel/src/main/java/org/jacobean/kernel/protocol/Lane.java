package org.jacobean.kernel.protocol;

/** Which thread a request runs on. */
enum Lane {
  /** The sockets' own: for answers that need no waiting and no work. */
  AT_ONCE,
  /** Never blocked by a cell. */
  CONTROL,
  /** Questions about code, answered while a cell runs. */
  QUESTIONS,
  /** One after another, in the order they came: whatever runs the user's code. */
  CELLS
}
