package org.jacobean.kernel.session.complete;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Elements;
import org.jacobean.kernel.session.compile.SourceUnit;
import org.jspecify.annotations.Nullable;

/** Offers the members of what stands before a dot. */
final class Members implements Analysis.TreeReading<Boolean> {
  private final Items items;
  private final Packages packages;

  Members(Items items, Packages packages) {
    this.items = items;
    this.packages = packages;
  }

  @Override
  public Boolean read(JavacTask task, List<CompilationUnitTree> trees, List<SourceUnit> units) {
    for (CompilationUnitTree tree : trees) {
      new Scanner(task).scan(tree, null);
    }
    return true;
  }

  private final class Scanner extends TreePathScanner<Void, Void> {
    private final Trees trees;
    private final Elements elements;

    Scanner(JavacTask task) {
      trees = Trees.instance(task);
      elements = task.getElements();
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree tree, Void none) {
      if (tree.getIdentifier().contentEquals(Completer.BLANK)) {
        offer(tree.getExpression(), false);
      }
      return super.visitMemberSelect(tree, none);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree tree, Void none) {
      if (tree.getName().contentEquals(Completer.BLANK)) {
        offer(tree.getQualifierExpression(), true);
      }
      return super.visitMemberReference(tree, none);
    }

    private void offer(ExpressionTree owner, boolean reference) {
      TreePath path = new TreePath(getCurrentPath(), owner);
      Element element = trees.getElement(path);
      TypeMirror type = trees.getTypeMirror(path);
      boolean unknown = type == null || type.getKind() == TypeKind.ERROR;
      if (element instanceof PackageElement || element == null || unknown) {
        packages.offer(owner.toString() + ".", items);
      }
      boolean isType = element instanceof TypeElement && !unknown;
      if (type != null) {
        members(type, isType, reference);
      }
      if (isType && !reference) {
        items.add("class", "keyword", "Class<" + element.getSimpleName() + ">");
      }
    }

    private void members(TypeMirror type, boolean isType, boolean reference) {
      if (type instanceof ArrayType) {
        items.add("length", "field", "int");
        object();
      } else if (type instanceof TypeVariable variable) {
        members(variable.getUpperBound(), isType, reference);
      } else if (type instanceof IntersectionType several) {
        several.getBounds().forEach(b -> members(b, isType, reference));
      } else if (type instanceof DeclaredType declared) {
        declared((TypeElement) declared.asElement(), isType, reference);
      }
    }

    private void object() {
      TypeElement object = elements.getTypeElement("java.lang.Object");
      if (object != null) {
        declared(object, false, false);
      }
    }

    private void declared(TypeElement type, boolean isType, boolean reference) {
      List<? extends Element> all = elements.getAllMembers(type);
      // an object's own members first, then what every object has
      for (Element member : all) {
        if (fits(member, isType, reference) && !isOfObject(member)) {
          items.add(member);
        }
      }
      for (Element member : all) {
        if (fits(member, isType, reference) && isOfObject(member)) {
          items.add(member);
        }
      }
      if (reference && isType) {
        items.add("new", "keyword", "constructor");
      }
    }

    private boolean fits(Element member, boolean isType, boolean reference) {
      boolean isStatic =
          member.getModifiers().contains(Modifier.STATIC)
              || member.getKind().isClass()
              || member.getKind().isInterface();
      return member.getKind() != ElementKind.CONSTRUCTOR
          && member.getKind() != ElementKind.STATIC_INIT
          && isVisible(member)
          && (isType ? isStatic || reference : !isStatic);
    }

    private boolean isVisible(Element member) {
      if (member.getModifiers().contains(Modifier.PUBLIC)) {
        return true;
      }
      PackageElement owner = elements.getPackageOf(member);
      return owner != null
          && owner.getQualifiedName().contentEquals("REPL")
          && !member.getModifiers().contains(Modifier.PRIVATE);
    }

    private boolean isOfObject(@Nullable Element member) {
      return member != null
          && member.getEnclosingElement() instanceof TypeElement owner
          && owner.getQualifiedName().contentEquals("java.lang.Object");
    }
  }
}
