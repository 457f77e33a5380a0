package org.jacobean.kernel.session.javadoc;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** A source file's tree, to look up documentation comments in. */
final class Parsed {
  private final DocTrees docs;
  private final CompilationUnitTree unit;

  private Parsed(DocTrees docs, CompilationUnitTree unit) {
    this.docs = docs;
    this.unit = unit;
  }

  static @Nullable Parsed of(String source) {
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("mem:///Source.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, diagnostic -> {}, List.of("-proc:none"), null, List.of(file));
    try {
      return new Parsed(DocTrees.instance(task), task.parse().iterator().next());
    } catch (IOException impossible) {
      return null;
    }
  }

  /** The comment on a class, given as its simple names from the outermost in. */
  Optional<DocCommentTree> ofClass(List<String> names) {
    return find(names).map(docs::getDocCommentTree);
  }

  Optional<DocCommentTree> ofField(List<String> names, String field) {
    return member(
        names, tree -> tree instanceof VariableTree v && v.getName().contentEquals(field));
  }

  /** The comment on a method or constructor with these simple parameter types. */
  Optional<DocCommentTree> ofMethod(List<String> names, String method, List<String> parameters) {
    return member(
        names,
        tree ->
            tree instanceof MethodTree m
                && m.getName().contentEquals(method)
                && types(m).equals(parameters));
  }

  private static List<String> types(MethodTree method) {
    return method.getParameters().stream().map(p -> simple(p.getType().toString())).toList();
  }

  /** {@code java.util.List<? extends E>} and {@code List} are the same here. */
  static String simple(String type) {
    String bare = type.replace("...", "[]").replaceAll("@\\w+(\\([^)]*\\))?\\s*", "");
    String before;
    do {
      before = bare;
      bare = bare.replaceAll("<[^<>]*>", "");
    } while (!bare.equals(before));
    return bare.replaceAll("(?:\\w+\\.)+", "").strip();
  }

  private Optional<DocCommentTree> member(
      List<String> names, java.util.function.Predicate<Tree> wanted) {
    return find(names)
        .flatMap(
            path ->
                ((ClassTree) path.getLeaf())
                    .getMembers().stream()
                        .filter(wanted)
                        .map(m -> docs.getDocCommentTree(new TreePath(path, m)))
                        .filter(java.util.Objects::nonNull)
                        .findFirst());
  }

  private Optional<TreePath> find(List<String> names) {
    TreePath path = new TreePath(unit);
    List<? extends Tree> members = unit.getTypeDecls();
    for (String name : names) {
      Tree found = null;
      for (Tree member : members) {
        if (member instanceof ClassTree type && type.getSimpleName().contentEquals(name)) {
          found = member;
        }
      }
      if (found == null) {
        return Optional.empty();
      }
      path = new TreePath(path, found);
      members = ((ClassTree) found).getMembers();
    }
    return Optional.of(path);
  }
}
