package org.jacobean.kernel.session.scope;

import java.util.List;
import org.jacobean.kernel.session.compile.Problem;

/** The compiler refuses a cell; nothing of it has run. */
public final class CompilationFailed extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient List<Problem> problems;

  CompilationFailed(List<Problem> problems) {
    super(problems.isEmpty() ? "" : problems.get(0).message());
    boolean placed = problems.stream().anyMatch(p -> p.place() != null);
    this.problems = problems.stream().filter(p -> !placed || p.place() != null).toList();
  }

  public List<Problem> problems() {
    return problems;
  }
}
