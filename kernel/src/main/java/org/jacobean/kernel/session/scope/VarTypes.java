package org.jacobean.kernel.session.scope;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jacobean.kernel.session.compile.JavaPass;
import org.jacobean.kernel.session.compile.SourceUnit;
import org.jacobean.kernel.session.compile.TypeText;
import org.jacobean.kernel.session.read.Snippet;
import org.jspecify.annotations.Nullable;

/**
 * Gives each {@code var} of a draft the type a field can have: by its look, else by the compiler.
 */
final class VarTypes {
  private static final Pattern CREATION =
      Pattern.compile("new\\s+([\\w.]+(?:<[\\w.,\\s\\[\\]]+>)?)\\s*\\([^()\"']*\\)");
  private static final Map<Pattern, String> LITERALS =
      Map.of(
          Pattern.compile("-?\\d[\\d_]*"), "int",
          Pattern.compile("-?\\d[\\d_]*[lL]"), "long",
          Pattern.compile("-?\\d[\\d_]*\\.\\d[\\d_]*(?:[eE][-+]?\\d+)?"), "double",
          Pattern.compile("true|false"), "boolean",
          Pattern.compile("\"[^\"\\\\\\n]*\""), "java.lang.String");

  /** Begins the text of a type without a name; what it extends or implements follows. */
  private static final String WITHOUT_NAME = "class ";

  private final JavaPass pass;
  private final Scope scope;

  VarTypes(JavaPass pass, Scope scope) {
    this.pass = pass;
    this.scope = scope;
  }

  void infer(Draft draft) {
    byLook(draft);
    if (draft.uninferred().isEmpty()) {
      return;
    }
    UnitPlan plan = new UnitPlan(scope, draft);
    List<SourceUnit> units = plan.units();
    Map<String, String> types = pass.analyze(units, plan.visible(), VarTypes::locals);
    if (types != null) {
      types.forEach((name, type) -> infer(draft, name, type));
    }
  }

  private static void infer(Draft draft, String name, String type) {
    if (!type.startsWith(WITHOUT_NAME)) {
      draft.infer(name, type);
      return;
    }
    String parent = type.substring(WITHOUT_NAME.length());
    Unnamed unnamed =
        draft.snippets.stream()
            .filter(Snippet.Variables.class::isInstance)
            .flatMap(variables -> ((Snippet.Variables) variables).declarators().stream())
            .filter(declarator -> declarator.text().equals(name))
            .findFirst()
            .map(d -> Unnamed.of(draft.cell, name, d.value(), parent))
            .orElse(null);
    if (unnamed == null) {
      draft.infer(name, parent.substring(parent.indexOf(' ') + 1));
    } else {
      draft.inferUnnamed(name, unnamed);
    }
  }

  private static void byLook(Draft draft) {
    for (Snippet snippet : draft.snippets) {
      if (snippet instanceof Snippet.Variables variables
          && variables.declarators().size() == 1
          && variables.type().of(draft.cell.java()).equals("var")) {
        Snippet.Declarator declarator = variables.declarators().get(0);
        String type = look(declarator.value().of(draft.cell.java()));
        if (type != null && declarator.dimensions().isEmpty()) {
          draft.infer(declarator.name().of(draft.cell.java()), type);
        }
      }
    }
  }

  private static @Nullable String look(String value) {
    for (Map.Entry<Pattern, String> literal : LITERALS.entrySet()) {
      if (literal.getKey().matcher(value).matches()) {
        return literal.getValue();
      }
    }
    var creation = CREATION.matcher(value);
    return creation.matches() ? creation.group(1) : null;
  }

  private static Map<String, String> locals(JavacTask task, List<CompilationUnitTree> units) {
    Map<String, String> types = new HashMap<>();
    Trees trees = Trees.instance(task);
    TreePathScanner<Void, Void> scanner =
        new TreePathScanner<>() {
          @Override
          public Void visitVariable(VariableTree tree, Void none) {
            if (isOfCode(getCurrentPath())) {
              TypeMirror type = trees.getTypeMirror(getCurrentPath());
              String text = type == null ? null : text(type);
              if (text != null) {
                types.putIfAbsent(tree.getName().toString(), text);
              }
            }
            return super.visitVariable(tree, none);
          }
        };
    units.forEach(unit -> scanner.scan(unit, null));
    return types;
  }

  private static @Nullable String text(TypeMirror type) {
    String text = TypeText.of(type);
    if (text == null
        || !(type instanceof DeclaredType declared)
        || !(declared.asElement() instanceof TypeElement element)
        || element.getNestingKind() != NestingKind.ANONYMOUS) {
      return text;
    }
    return WITHOUT_NAME + (element.getInterfaces().isEmpty() ? "extends " : "implements ") + text;
  }

  /** Directly in a method the session runs, not in a block or lambda within. */
  private static boolean isOfCode(TreePath path) {
    TreePath method = path.getParentPath().getParentPath();
    return method != null
        && method.getLeaf() instanceof MethodTree tree
        && tree.getName().toString().startsWith(CodeWriter.RUN);
  }
}
