package org.jacobean.kernel.comm;

/** Does something with what came over a comm; what it prints is shown by the front end. */
@FunctionalInterface
public interface CommHandler {
  void handle(CommMessage message) throws Exception;
}
