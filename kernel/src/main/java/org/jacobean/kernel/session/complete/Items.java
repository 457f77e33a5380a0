package org.jacobean.kernel.session.complete;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jacobean.kernel.session.complete.Offers.Offer;
import org.jacobean.kernel.session.read.MethodHeader;

/** Collects offers: those that begin as typed, each once, in the order of their nearness. */
final class Items {
  private static final int MOST = 500;
  private final String prefix;
  private final Map<String, Offer> items = new LinkedHashMap<>();

  Items(String prefix) {
    this.prefix = prefix;
  }

  void add(String text, String type, String signature) {
    if (wants(text)) {
      items.putIfAbsent(text, new Offer(text, type, signature));
    }
  }

  /** Whether it begins as typed; what is typed in small letters stands for either case. */
  boolean wants(String text) {
    boolean anyCase = prefix.chars().noneMatch(Character::isUpperCase);
    return text.regionMatches(anyCase, 0, prefix, 0, prefix.length());
  }

  String prefix() {
    return prefix;
  }

  void add(Element element) {
    String name = element.getSimpleName().toString();
    if (!wants(name) || name.isEmpty() || name.contains("$")) {
      return;
    }
    if (element instanceof ExecutableElement method) {
      addMethod(name, method);
    } else {
      add(name, word(element.getKind()), signature(element));
    }
  }

  private void addMethod(String name, ExecutableElement method) {
    if (method.getKind() == ElementKind.METHOD) {
      String text = name + (method.getParameters().isEmpty() ? "()" : "(");
      add(text, "method", signature(method));
    }
  }

  static String signature(ExecutableElement method) {
    return method.getParameters().stream()
            .map(p -> plain(p.asType()) + " " + p.getSimpleName())
            .collect(Collectors.joining(", ", method.getSimpleName() + "(", ")"))
        + " : "
        + plain(method.getReturnType());
  }

  private static String signature(Element element) {
    return element instanceof VariableElement ? plain(element.asType()) : element.toString();
  }

  /** A session method's first line as Java writes it. */
  static String header(String source) {
    return MethodHeader.of(source)
        .text()
        .replaceAll(" ([(\\[<,.\\])>])", "$1")
        .replaceAll("([(\\[<.]) ", "$1");
  }

  /** A type without the packages of its names. */
  static String plain(TypeMirror type) {
    return plain(type.toString());
  }

  static String plain(String type) {
    return type.replaceAll("REPL\\.\\$JShell\\$\\d+\\.", "")
        .replaceAll("\\b(?:[a-z_]\\w*\\.)+(?=[A-Z])", "");
  }

  static String word(ElementKind kind) {
    return switch (kind) {
      case PACKAGE -> "module";
      case ENUM_CONSTANT -> "constant";
      case FIELD -> "field";
      case LOCAL_VARIABLE, PARAMETER, EXCEPTION_PARAMETER, RESOURCE_VARIABLE -> "variable";
      case ANNOTATION_TYPE -> "interface";
      case RECORD -> "class";
      default -> kind.name().toLowerCase(Locale.ROOT);
    };
  }

  List<Offer> list() {
    Collection<Offer> all = items.values();
    return all.stream().limit(MOST).toList();
  }
}
