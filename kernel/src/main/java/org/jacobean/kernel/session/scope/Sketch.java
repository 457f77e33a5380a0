package org.jacobean.kernel.session.scope;

import java.util.Collection;
import java.util.List;
import org.jacobean.kernel.session.compile.ClassFile;
import org.jacobean.kernel.session.compile.SourceUnit;
import org.jacobean.kernel.session.read.CellText;
import org.jacobean.kernel.session.read.Snippet;

/** The units of a cell that will not run: to look at while it is typed. */
public record Sketch(List<SourceUnit> units, Collection<ClassFile> visible) {
  public static Sketch of(CellText cell, List<Snippet> snippets, Scope scope) {
    List<Snippet> java = snippets.stream().filter(s -> !(s instanceof Snippet.MagicLine)).toList();
    Draft draft = new Draft(cell, java, scope, (where, magic) -> "null");
    UnitPlan plan = new UnitPlan(scope, draft);
    List<SourceUnit> units = plan.units();
    return new Sketch(units, List.copyOf(plan.visible()));
  }
}
