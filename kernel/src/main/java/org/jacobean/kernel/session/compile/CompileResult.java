package org.jacobean.kernel.session.compile;

import java.util.List;

/** What a pass gave: classes when there are no problems. */
public record CompileResult(List<ClassFile> classes, List<Problem> problems) {
  public boolean ok() {
    return problems.isEmpty();
  }
}
