package org.jacobean.kernel.session.scope;

import java.util.List;
import java.util.function.BiFunction;
import org.jacobean.kernel.session.compile.JavaPass;
import org.jacobean.kernel.session.read.CellText;
import org.jacobean.kernel.session.read.Snippet;
import org.jacobean.kernel.session.scope.Declared.Kind;

/** Compiles a cell against the scope, and enters what it declares once it is compiled. */
public final class CellCompiler {
  private final JavaPass pass;
  private final Scope scope;
  private final BiFunction<CellText, Snippet.MagicLine, String> magicCalls;

  public CellCompiler(
      JavaPass pass, Scope scope, BiFunction<CellText, Snippet.MagicLine, String> magicCalls) {
    this.pass = pass;
    this.scope = scope;
    this.magicCalls = magicCalls;
  }

  /** Compiles snippets without magics among them and without a name declared twice. */
  public CompiledCell compile(CellText cell, List<Snippet> snippets) throws CompilationFailed {
    Draft draft = new Draft(cell, snippets, scope, magicCalls);
    draft.fresh.values().stream().filter(this::isUnchanged).forEach(d -> draft.left.add(d.key()));
    new VarTypes(pass, scope).infer(draft);
    keepFields(draft);
    new Dependants(scope, draft).pull();
    draft.kept.removeIf(draft.again::containsKey);
    return new Attempts(pass, scope, draft).run();
  }

  /** Running a cell of definitions again changes nothing, and costs nothing. */
  private boolean isUnchanged(Declared declared) {
    Live live = scope.byKey(declared.key());
    return live != null
        && declared.kind() != Kind.VARIABLE
        && live.what().source().equals(declared.source())
        && !(declared.kind() == Kind.TYPE && declared.mentions().contains("static"));
  }

  private void keepFields(Draft draft) {
    for (Declared declared : draft.fresh.values()) {
      Live live = scope.byKey(declared.key());
      if (live != null
          && declared.kind() == Kind.VARIABLE
          && live.typeText().equals(draft.typeOf(declared))) {
        draft.kept.add(declared.key());
      }
    }
  }
}
