package org.jacobean.kernel.session;

import java.util.ArrayList;
import java.util.List;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.session.Session.Outcome;
import org.jacobean.kernel.session.error.CompileErrors;
import org.jacobean.kernel.session.error.Traceback;
import org.jacobean.kernel.session.load.StoppedByInterrupt;
import org.jacobean.kernel.session.read.CellText;
import org.jacobean.kernel.session.read.UnreadableCell;
import org.jacobean.kernel.session.run.Abandoned;
import org.jacobean.kernel.session.run.StopReason;
import org.jacobean.kernel.session.scope.CompilationFailed;

/** Turns how a cell ended into what its user reads. */
final class CellEnd {
  private final Interpreter interpreter;
  private final Session.Cell cell;

  CellEnd(Interpreter interpreter, Session.Cell cell) {
    this.interpreter = interpreter;
    this.cell = cell;
  }

  Outcome of(Interpreter.Value value) {
    return new Outcome.Done(value.value(), value.shown());
  }

  Outcome failed(Throwable thrown) {
    if (thrown instanceof CompilationFailed failed) {
      return compilation(text(failed), CompileErrors.lines(failed.problems()), thrown);
    }
    if (thrown instanceof UnreadableCell unreadable) {
      return unreadable(unreadable);
    }
    if (thrown instanceof MagicException mistake) {
      return new Outcome.Failed("MagicException", text(mistake), List.of(text(mistake)), mistake);
    }
    if (thrown instanceof StoppedByInterrupt) {
      return stopped(StopReason.ASKED, thrown);
    }
    if (thrown instanceof Abandoned abandoned) {
      return interrupted(
          abandoned.reason().name(),
          thrown,
          "this cell could not be stopped where it was and has been left behind: its thread may"
              + " still run, its output is cut off");
    }
    return new Outcome.Failed(
        thrown.getClass().getSimpleName(),
        text(thrown),
        Traceback.of(thrown, interpreter.loader()::source),
        thrown);
  }

  /** Whatever an interrupt made of the code it hit: the reader asked for it. */
  Outcome stopped(StopReason why, Throwable thrown) {
    return interrupted(why.name(), thrown, why.message());
  }

  private static String text(Throwable thrown) {
    return thrown.getMessage() == null ? "" : thrown.getMessage();
  }

  private static Outcome compilation(String message, List<String> lines, Throwable cause) {
    return new Outcome.Failed("CompilationException", message, lines, cause);
  }

  private Outcome unreadable(UnreadableCell unreadable) {
    CellText text = CellText.of(cell.label(), cell.source(), name -> false);
    int at = unreadable.offset();
    List<String> lines = new ArrayList<>();
    lines.add(cell.label() + ", line " + text.line(at) + ": " + unreadable.getMessage());
    lines.addAll(CompileErrors.source(text, at, at + 1));
    return compilation(text(unreadable), lines, unreadable);
  }

  private Outcome interrupted(String name, Throwable thrown, String message) {
    List<String> lines = new ArrayList<>(Traceback.of(thrown, interpreter.loader()::source));
    lines.set(0, name + ": " + message);
    return new Outcome.Failed(name, message, lines, thrown);
  }
}
