package org.jacobean.kernel.session.complete;

import java.util.List;
import java.util.Optional;
import org.jacobean.kernel.session.compile.JavaPass;
import org.jacobean.kernel.session.compile.Problem;
import org.jacobean.kernel.session.compile.SourceUnit;
import org.jacobean.kernel.session.read.CellText;
import org.jacobean.kernel.session.read.Snippet;
import org.jacobean.kernel.session.read.SnippetReader;
import org.jacobean.kernel.session.read.UnreadableCell;
import org.jacobean.kernel.session.scope.Scope;
import org.jacobean.kernel.session.scope.Sketch;

/** Looks at unfinished cells with a compiler of its own, against the names of the session. */
public final class Analysis {
  /** Gives the scope while nobody changes it. */
  public interface ScopeReader {
    <R> R read(java.util.function.Function<Scope, R> reading);
  }

  private final JavaPass pass;
  private final ScopeReader scope;

  public Analysis(JavaPass pass, ScopeReader scope) {
    this.pass = pass;
    this.scope = scope;
  }

  <R> R scope(java.util.function.Function<Scope, R> reading) {
    return scope.read(reading);
  }

  /** Attributes a cell and reads the trees; empty when its brackets do not match. */
  <R> Optional<R> analyze(CellText cell, TreeReading<R> reading) {
    try {
      List<Snippet> snippets = SnippetReader.read(cell);
      Sketch sketch = scope.read(names -> Sketch.of(cell, snippets, names));
      return Optional.ofNullable(
          pass.analyze(
              sketch.units(),
              sketch.visible(),
              (task, trees) -> reading.read(task, trees, sketch.units())));
    } catch (UnreadableCell unreadable) {
      return Optional.empty();
    }
  }

  /** What the parser alone objects to. */
  List<Problem> parse(CellText cell) throws UnreadableCell {
    List<Snippet> snippets = SnippetReader.read(cell);
    Sketch sketch = Sketch.of(cell, snippets, Scope.with(List.of()));
    return pass.parse(sketch.units());
  }

  /** Reads attributed trees, one for each unit. */
  interface TreeReading<R> {
    @org.jspecify.annotations.Nullable
    R read(
        com.sun.source.util.JavacTask task,
        List<com.sun.source.tree.CompilationUnitTree> trees,
        List<SourceUnit> units);
  }
}
