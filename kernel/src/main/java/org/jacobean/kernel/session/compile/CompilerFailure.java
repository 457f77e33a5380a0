package org.jacobean.kernel.session.compile;

import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** The compiler itself failed, as it does on some broken text; reported like any other error. */
record CompilerFailure(JavaFileObject source, Throwable failure)
    implements Diagnostic<JavaFileObject> {
  @Override
  public Kind getKind() {
    return Kind.ERROR;
  }

  @Override
  public JavaFileObject getSource() {
    return source;
  }

  @Override
  public long getPosition() {
    return NOPOS;
  }

  @Override
  public long getStartPosition() {
    return NOPOS;
  }

  @Override
  public long getEndPosition() {
    return NOPOS;
  }

  @Override
  public long getLineNumber() {
    return NOPOS;
  }

  @Override
  public long getColumnNumber() {
    return NOPOS;
  }

  @Override
  public String getCode() {
    return "compiler.failed";
  }

  @Override
  public String getMessage(Locale locale) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return "the compiler gives up on this cell ("
        + cause.getClass().getSimpleName()
        + "); try it in smaller parts";
  }
}
