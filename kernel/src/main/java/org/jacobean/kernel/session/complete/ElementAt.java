package org.jacobean.kernel.session.complete;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jacobean.kernel.session.compile.SourceUnit;
import org.jacobean.kernel.session.javadoc.DocText;
import org.jacobean.kernel.session.javadoc.Javadoc;
import org.jacobean.kernel.session.read.Token;
import org.jspecify.annotations.Nullable;

/** Finds the element a name in a cell stands for, and describes it. */
final class ElementAt implements Analysis.TreeReading<Description> {
  private final String name;
  private final int offset;
  private final Javadoc javadoc;

  ElementAt(Token name, Javadoc javadoc) {
    this.name = name.text();
    this.offset = name.start();
    this.javadoc = javadoc;
  }

  @Override
  public @Nullable Description read(
      JavacTask task, List<CompilationUnitTree> trees, List<SourceUnit> units) {
    Element found = null;
    for (int i = 0; i < trees.size() && i < units.size(); i++) {
      Scanner scanner = new Scanner(task, trees.get(i), generated(units.get(i)));
      scanner.scan(trees.get(i), null);
      found = found == null || scanner.found != null ? scanner.found : found;
    }
    return found == null ? null : describe(found, task);
  }

  /** Where the cell's offset lies in a unit, or -1. */
  private int generated(SourceUnit unit) {
    for (SourceUnit.Piece piece : unit.pieces()) {
      int at = piece.start() + offset - piece.cellStart();
      if (at >= piece.start() && at < piece.end()) {
        return at;
      }
    }
    return -1;
  }

  private final class Scanner extends TreePathScanner<Void, Void> {
    private final Trees trees;
    private final SourcePositions positions;
    private final CompilationUnitTree unit;
    private final int at;
    private final Elements elements;
    private @Nullable Element found;

    Scanner(JavacTask task, CompilationUnitTree unit, int at) {
      this.trees = Trees.instance(task);
      this.elements = task.getElements();
      this.positions = trees.getSourcePositions();
      this.unit = unit;
      this.at = at;
    }

    @Override
    public Void scan(Tree tree, Void none) {
      if (tree == null || at < 0) {
        return null;
      }
      long start = positions.getStartPosition(unit, tree);
      long end = positions.getEndPosition(unit, tree);
      super.scan(tree, none); // innermost first
      if (found == null && start <= at && at < end && getCurrentPath() != null) {
        found = named(new TreePath(getCurrentPath(), tree));
      }
      return null;
    }

    private @Nullable Element named(TreePath path) {
      Element element =
          switch (path.getLeaf().getKind()) {
            case IDENTIFIER,
                MEMBER_SELECT,
                MEMBER_REFERENCE,
                NEW_CLASS,
                VARIABLE,
                METHOD,
                CLASS,
                RECORD,
                ENUM,
                INTERFACE ->
                trees.getElement(path);
            default -> null;
          };
      boolean known = element != null && element.asType().getKind() != TypeKind.ERROR;
      return known && isNamed(element) ? element : known ? null : namesake(path);
    }

    /** With its arguments still missing, a call's first overload. */
    private @Nullable Element namesake(TreePath path) {
      if (!(path.getLeaf() instanceof MemberSelectTree select)) {
        return null;
      }
      TypeMirror owner = trees.getTypeMirror(new TreePath(path, select.getExpression()));
      if (owner instanceof DeclaredType declared) {
        for (Element member : elements.getAllMembers((TypeElement) declared.asElement())) {
          if (member.getSimpleName().equals(select.getIdentifier())
              && !member.getModifiers().contains(Modifier.PRIVATE)) {
            return member;
          }
        }
      }
      return null;
    }
  }

  /** A declaration around the name is not what the name means. */
  private boolean isNamed(@Nullable Element element) {
    return element != null
        && (element.getSimpleName().contentEquals(name)
            || (element.getKind() == ElementKind.CONSTRUCTOR && ownerName(element).equals(name)));
  }

  private static String ownerName(Element member) {
    Element owner = member.getEnclosingElement();
    return owner == null ? "" : owner.getSimpleName().toString();
  }

  private Description describe(Element element, JavacTask task) {
    String declaration = declaration(element);
    Optional<DocCommentTree> doc =
        element instanceof PackageElement
            ? Optional.empty()
            : javadoc.of(element, task.getElements(), task.getTypes());
    String plain = declaration + doc.map(d -> "\n\n" + DocText.plain(d)).orElse("");
    String html =
        "<pre>" + MagicHelp.escape(declaration) + "</pre>" + doc.map(DocText::html).orElse("");
    return new Description(plain, html);
  }

  private static String declaration(Element element) {
    String modifiers =
        element.getModifiers().stream()
            .filter(m -> m != Modifier.PUBLIC || !isSession(element))
            .filter(m -> m != Modifier.STATIC || !isSession(element))
            .map(Modifier::toString)
            .reduce("", (all, m) -> all + m + " ");
    if (element instanceof ExecutableElement method) {
      return where(element) + modifiers + method(method);
    }
    if (element instanceof TypeElement type) {
      return modifiers
          + Items.word(type.getKind())
          + " "
          + plain(type.asType().toString())
          + parents(type);
    }
    return element instanceof PackageElement
        ? "package " + element
        : where(element)
            + modifiers
            + Items.plain(element.asType())
            + " "
            + element.getSimpleName();
  }

  private static boolean isSession(Element element) {
    return where(element).isEmpty();
  }

  /** The type a member belongs to, unless it is the session itself. */
  private static String where(Element member) {
    Element owner = member.getEnclosingElement();
    return owner instanceof TypeElement type
            && !type.getSimpleName().toString().startsWith("$JShell$")
        ? plain(type.getQualifiedName().toString()) + "\n"
        : "";
  }

  private static String plain(String name) {
    return name.replaceAll("REPL\\.\\$JShell\\$\\d+\\.", "");
  }

  private static String method(ExecutableElement method) {
    boolean constructor = method.getSimpleName().contentEquals("<init>");
    String name =
        constructor
            ? ownerName(method)
            : Items.plain(method.getReturnType()) + " " + method.getSimpleName();
    String parameters =
        method.getParameters().stream()
            .map(p -> Items.plain(p.asType()) + " " + p.getSimpleName())
            .collect(java.util.stream.Collectors.joining(", ", "(", ")"));
    String thrown =
        method.getThrownTypes().isEmpty()
            ? ""
            : " throws "
                + method.getThrownTypes().stream()
                    .map(Items::plain)
                    .collect(java.util.stream.Collectors.joining(", "));
    return name + parameters + thrown;
  }

  private static String parents(TypeElement type) {
    String parent = type.getSuperclass().toString();
    boolean plainParent = parent.equals("java.lang.Object") || parent.equals("none");
    String interfaces =
        type.getInterfaces().stream()
            .map(Items::plain)
            .collect(java.util.stream.Collectors.joining(", "));
    return (plainParent ? "" : " extends " + Items.plain(parent))
        + (interfaces.isEmpty() ? "" : " implements " + interfaces);
  }
}
