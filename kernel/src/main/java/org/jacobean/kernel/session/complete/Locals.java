package org.jacobean.kernel.session.complete;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jacobean.kernel.session.compile.SourceUnit;

/** Offers the locals, parameters and members around the word being typed, nearest first. */
final class Locals implements Analysis.TreeReading<Boolean> {
  private final Items items;

  Locals(Items items) {
    this.items = items;
  }

  @Override
  public Boolean read(JavacTask task, List<CompilationUnitTree> trees, List<SourceUnit> units) {
    for (CompilationUnitTree tree : trees) {
      new Scanner(Trees.instance(task), task).scan(tree, null);
    }
    return true;
  }

  private final class Scanner extends TreePathScanner<Void, Void> {
    private final Trees trees;
    private final JavacTask task;

    Scanner(Trees trees, JavacTask task) {
      this.trees = trees;
      this.task = task;
    }

    @Override
    public Void visitIdentifier(IdentifierTree tree, Void none) {
      if (tree.getName().contentEquals(Completer.BLANK)) {
        Tree below = tree;
        for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
          around(path, below);
          below = path.getLeaf();
        }
      }
      return super.visitIdentifier(tree, none);
    }

    private void around(TreePath path, Tree below) {
      Tree tree = path.getLeaf();
      if (tree instanceof BlockTree block) {
        for (Tree statement : block.getStatements()) {
          if (statement == below) {
            break;
          }
          variable(path, statement);
        }
      } else if (tree instanceof MethodTree method) {
        method.getParameters().forEach(p -> variable(path, p));
      } else if (tree instanceof LambdaExpressionTree lambda) {
        lambda.getParameters().forEach(p -> variable(path, p));
      } else if (tree instanceof ForLoopTree loop) {
        loop.getInitializer().forEach(s -> variable(path, s));
      } else if (tree instanceof EnhancedForLoopTree loop) {
        variable(path, loop.getVariable());
      } else if (tree instanceof CatchTree handler) {
        variable(path, handler.getParameter());
      } else if (tree instanceof TryTree attempt) {
        attempt.getResources().forEach(r -> variable(path, r));
      } else if (tree instanceof ClassTree) {
        members(path);
      }
    }

    private void variable(TreePath parent, Tree tree) {
      if (tree instanceof VariableTree variable) {
        TypeMirror type = trees.getTypeMirror(new TreePath(parent, tree));
        items.add(variable.getName().toString(), "variable", type == null ? "" : Items.plain(type));
      }
    }

    /** A class of the user's; the session's own wrappers have nothing to offer here. */
    private void members(TreePath path) {
      Element element = trees.getElement(path);
      if (element instanceof TypeElement type
          && !type.getSimpleName().toString().startsWith("$JShell$")) {
        task.getElements().getAllMembers(type).forEach(items::add);
      }
    }
  }
}
