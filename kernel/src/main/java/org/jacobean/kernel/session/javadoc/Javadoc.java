package org.jacobean.kernel.session.javadoc;

import com.sun.source.doctree.DocCommentTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Finds what is documented of an element. */
public final class Javadoc {
  private final SourceFiles sources;

  public Javadoc(SourceFiles sources) {
    this.sources = sources;
  }

  /** The comment, for a method without one that of the method it overrides. */
  public Optional<DocCommentTree> of(Element element, Elements elements, Types types) {
    Optional<DocCommentTree> own = own(element, elements);
    if (own.isPresent() || !(element instanceof ExecutableElement method)) {
      return own;
    }
    if (!(method.getEnclosingElement() instanceof TypeElement owner)) {
      return own;
    }
    for (TypeMirror parent : types.directSupertypes(owner.asType())) {
      TypeElement type = (TypeElement) ((DeclaredType) parent).asElement();
      for (Element member : type.getEnclosedElements()) {
        if (member instanceof ExecutableElement other && elements.overrides(method, other, owner)) {
          Optional<DocCommentTree> inherited = of(other, elements, types);
          if (inherited.isPresent()) {
            return inherited;
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<DocCommentTree> own(Element element, Elements elements) {
    List<String> names = new ArrayList<>();
    TypeElement top = null;
    for (Element e = element; e != null; e = e.getEnclosingElement()) {
      if (e instanceof TypeElement type) {
        names.add(0, type.getSimpleName().toString());
        top = type;
      }
    }
    return top == null ? Optional.empty() : find(element, elements, names, top);
  }

  private Optional<DocCommentTree> find(
      Element element, Elements elements, List<String> names, TypeElement top) {
    Optional<Parsed> source =
        sources.of(module(elements.getModuleOf(top)), top.getQualifiedName().toString());
    if (source.isEmpty()) {
      return Optional.empty();
    }
    Parsed parsed = source.get();
    if (element instanceof ExecutableElement method) {
      List<String> parameters =
          method.getParameters().stream().map(p -> Parsed.simple(p.asType().toString())).toList();
      return parsed.ofMethod(names, method.getSimpleName().toString(), parameters);
    }
    return element.getKind() == ElementKind.FIELD || element.getKind() == ElementKind.ENUM_CONSTANT
        ? parsed.ofField(names, element.getSimpleName().toString())
        : parsed.ofClass(names);
  }

  private static @Nullable String module(@Nullable ModuleElement module) {
    return module == null ? null : module.getQualifiedName().toString();
  }
}
