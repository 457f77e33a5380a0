package org.jacobean.kernel.protocol;

/** Answers one type of request; busy and idle are published around it. */
@FunctionalInterface
interface Handler {
  void handle(Exchange exchange) throws Exception;
}
