package org.jacobean.kernel.comm;

/** What a front end may open a comm to. */
@FunctionalInterface
public interface CommTarget {
  /** A comm was opened; here its handlers are set. A throw refuses it: the comm is closed. */
  void opened(Comm comm, CommMessage opening) throws Exception;
}
