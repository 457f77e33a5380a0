/**
 * Requests and their answers: which thread a request runs on, what is published around it, and one
 * handler a message type. May import {@code wire}, {@code io}, {@code history}, {@code comm} and
 * the session's interface.
 */
@org.jspecify.annotations.NullMarked
package org.jacobean.kernel.protocol;
