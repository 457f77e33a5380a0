package org.jacobean.autodiff.graph;

/**
 * Where in the source something happened.
 *
 * @param method as a reader knows it: {@code Model.loss}
 * @param line its line, or 0 when the class was compiled without lines
 */
public record Place(String method, int line) {
  @Override
  public String toString() {
    return line > 0 ? method + ", line " + line : method;
  }
}
