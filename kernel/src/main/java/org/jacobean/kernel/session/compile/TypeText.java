package org.jacobean.kernel.session.compile;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Writes an inferred type as source that a field can be declared with. */
public final class TypeText {
  private static final String WRAPPER = "REPL\\.\\$JShell\\$\\d+\\.";

  private TypeText() {}

  /** The text, or null for what no source can name, such as an erroneous type. */
  public static @Nullable String of(TypeMirror type) {
    try {
      return text(type);
    } catch (IllegalArgumentException unnamed) {
      return null;
    }
  }

  private static String text(TypeMirror type) {
    return switch (type.getKind()) {
      case ARRAY -> text(((ArrayType) type).getComponentType()) + "[]";
      case DECLARED -> declared((DeclaredType) type);
      case INTERSECTION -> text(first(((IntersectionType) type).getBounds()));
      case TYPEVAR -> text(((TypeVariable) type).getUpperBound());
      case WILDCARD -> wildcard((WildcardType) type);
      default -> {
        if (!type.getKind().isPrimitive()) {
          throw new IllegalArgumentException(type.toString());
        }
        yield type.getKind().name().toLowerCase(java.util.Locale.ROOT);
      }
    };
  }

  /** Of several bounds the first that is more than Object. */
  private static TypeMirror first(List<? extends TypeMirror> bounds) {
    for (TypeMirror bound : bounds) {
      if (!bound.toString().equals("java.lang.Object")) {
        return bound;
      }
    }
    return bounds.get(0);
  }

  private static String wildcard(WildcardType type) {
    TypeMirror lower = type.getSuperBound();
    TypeMirror upper = type.getExtendsBound();
    return lower != null
        ? "? super " + text(lower)
        : upper != null ? "? extends " + text(upper) : "?";
  }

  private static String declared(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    boolean session = element.getQualifiedName().toString().startsWith("REPL.");
    if (element.getNestingKind() == NestingKind.ANONYMOUS
        || element.getNestingKind() == NestingKind.LOCAL
        || (!session && !isPublic(element))) {
      return text(named(element));
    }
    TypeMirror outer = type.getEnclosingType();
    String prefix =
        outer.getKind() == TypeKind.DECLARED && !((DeclaredType) outer).getTypeArguments().isEmpty()
            ? text(outer) + "." + element.getSimpleName()
            : element.getQualifiedName().toString().replaceFirst(WRAPPER, "");
    return prefix + arguments(type);
  }

  private static boolean isPublic(TypeElement element) {
    return element.getModifiers().contains(Modifier.PUBLIC);
  }

  /** The nearest type with a name that a class without one extends. */
  private static TypeMirror named(TypeElement element) {
    boolean plain = element.getSuperclass().toString().equals("java.lang.Object");
    return (plain || element.getSuperclass().getKind() == TypeKind.NONE)
            && !element.getInterfaces().isEmpty()
        ? element.getInterfaces().get(0)
        : element.getSuperclass();
  }

  private static String arguments(DeclaredType type) {
    return type.getTypeArguments().isEmpty()
        ? ""
        : type.getTypeArguments().stream()
            .map(TypeText::argument)
            .collect(Collectors.joining(", ", "<", ">"));
  }

  /** A captured type argument becomes the wildcard it came from. */
  private static String argument(TypeMirror type) {
    return type.getKind() == TypeKind.TYPEVAR || type.getKind() == TypeKind.INTERSECTION
        ? "? extends " + text(type)
        : text(type);
  }
}
