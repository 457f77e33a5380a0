package org.jacobean.kernel.session.scope;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jacobean.kernel.session.compile.ClassFile;
import org.jacobean.kernel.session.compile.CompileResult;
import org.jacobean.kernel.session.compile.JavaPass;
import org.jacobean.kernel.session.compile.Problem;
import org.jacobean.kernel.session.compile.References;
import org.jacobean.kernel.session.compile.SourceUnit;
import org.jacobean.kernel.session.compile.Surface;
import org.jacobean.kernel.session.read.Snippet.Span;
import org.jacobean.kernel.session.scope.Declared.Kind;
import org.jacobean.kernel.session.scope.Holder.Role;
import org.jspecify.annotations.Nullable;

/** Compiles a draft, and compiles again without what cannot be had yet. */
final class Attempts {
  private final JavaPass pass;
  private final Scope scope;
  private final Draft draft;
  private final Map<Declared, List<Problem>> waiting = new LinkedHashMap<>();
  private List<Problem> firstProblems = List.of();

  Attempts(JavaPass pass, Scope scope, Draft draft) {
    this.pass = pass;
    this.scope = scope;
    this.draft = draft;
  }

  CompiledCell run() throws CompilationFailed {
    while (true) {
      UnitPlan plan = new UnitPlan(scope, draft);
      List<SourceUnit> units = plan.units();
      CompileResult result =
          units.isEmpty()
              ? new CompileResult(List.of(), List.of())
              : pass.compile(units, plan.visible());
      if (result.ok()) {
        return enter(plan, result.classes());
      }
      if (!mend(result.problems())) {
        throw new CompilationFailed(firstProblems.isEmpty() ? result.problems() : firstProblems);
      }
    }
  }

  /** Whether another attempt makes sense, with less. */
  private boolean mend(List<Problem> problems) {
    if (!draft.lastIsVoid && problems.stream().allMatch(this::isVoidAtTheEnd)) {
      draft.lastIsVoid = true;
      return true;
    }
    if (firstProblems.isEmpty()) {
      firstProblems = problems;
    }
    Set<String> parked = new HashSet<>();
    for (Problem problem : problems) {
      Declared owner = owner(problem);
      if (owner == null || !canWait(owner, problem)) {
        return false;
      }
      waiting.computeIfAbsent(owner, k -> new ArrayList<>()).add(problem);
      parked.add(owner.key());
    }
    return draft.left.addAll(parked);
  }

  private boolean canWait(Declared owner, Problem problem) {
    return draft.again.containsKey(owner.key())
        || (problem.isUnresolved() && owner.kind() != Kind.VARIABLE);
  }

  private boolean isVoidAtTheEnd(Problem problem) {
    var shown = new CodeWriter(draft).shown();
    return shown != null
        && problem.isVoid()
        && problem.place() != null
        && problem.place().cell() == draft.cell
        && problem.place().span().start() >= shown.span().start();
  }

  private @Nullable Declared owner(Problem problem) {
    if (problem.place() == null) {
      return null;
    }
    int at = problem.place().span().start();
    for (Declared declared : draft.declarations()) {
      Span span = declared.snippet().span();
      boolean body = declared.kind() != Kind.VARIABLE || draft.again.containsKey(declared.key());
      if (body
          && declared.cell() == problem.place().cell()
          && at >= span.start()
          && at <= span.end()) {
        return declared;
      }
    }
    return null;
  }

  private CompiledCell enter(UnitPlan plan, List<ClassFile> files) {
    Map<String, List<ClassFile>> byWrapper = new HashMap<>();
    files.forEach(
        f ->
            byWrapper.computeIfAbsent(References.wrapper(f.name()), w -> new ArrayList<>()).add(f));
    List<Holder> holders = new ArrayList<>();
    String code = "";
    for (UnitPlan.Planned unit : plan.planned()) {
      List<ClassFile> own = byWrapper.getOrDefault(unit.className(), List.of());
      Holder holder =
          new Holder(
              unit.className(),
              unit.role(),
              own,
              References.of(own),
              Surface.of(own),
              unit.cell(),
              new AtomicReference<>());
      holders.add(holder);
      unit.items().forEach(d -> scope.put(new Live(d, holder, draft.typeOf(d))));
      if (unit.role() == Role.CODE && unit.cell() == draft.cell) {
        code = unit.className();
      }
    }
    Map<Declared, List<Problem>> newlyWaiting = new LinkedHashMap<>(waiting);
    newlyWaiting.keySet().removeIf(d -> scope.isWaiting(d));
    waiting.keySet().forEach(scope::await);
    scope.imports().become(draft.imports);
    CodeWriter writer = new CodeWriter(draft);
    List<String> runs =
        IntStream.range(0, writer.runCount()).mapToObj(i -> CodeWriter.RUN + i).toList();
    return new CompiledCell(holders, code, runs, writer.shown() != null, newlyWaiting, reset());
  }

  private List<String> reset() {
    return draft.again.values().stream()
        .filter(d -> d.kind() == Kind.VARIABLE && draft.declares(d))
        .map(Declared::name)
        .toList();
  }
}
