package org.jacobean.kernel.session.read;

import java.util.Set;

/** The reserved words of Java, by what they may begin. */
public final class Words {
  private static final Set<String> PRIMITIVES =
      Set.of("boolean", "byte", "short", "int", "long", "char", "float", "double", "void");
  private static final Set<String> MODIFIERS =
      Set.of(
          "public",
          "protected",
          "private",
          "static",
          "abstract",
          "final",
          "native",
          "synchronized",
          "transient",
          "volatile",
          "strictfp",
          "default",
          "sealed",
          "non");
  private static final Set<String> OTHERS =
      Set.of(
          "assert",
          "break",
          "case",
          "catch",
          "class",
          "const",
          "continue",
          "do",
          "else",
          "enum",
          "extends",
          "finally",
          "for",
          "goto",
          "if",
          "implements",
          "import",
          "instanceof",
          "interface",
          "new",
          "package",
          "return",
          "super",
          "switch",
          "this",
          "throw",
          "throws",
          "try",
          "while",
          "true",
          "false",
          "null",
          "_");
  private static final Set<String> CONTEXTUAL = Set.of("sealed", "non", "default");

  private Words() {}

  public static boolean isKeyword(String word) {
    return OTHERS.contains(word)
        || PRIMITIVES.contains(word)
        || (MODIFIERS.contains(word) && !CONTEXTUAL.contains(word))
        || word.equals("default");
  }

  static boolean isPrimitive(String word) {
    return PRIMITIVES.contains(word);
  }

  static boolean isModifier(String word) {
    return MODIFIERS.contains(word);
  }

  /** Every reserved word, for completion. */
  public static java.util.stream.Stream<String> all() {
    return java.util.stream.Stream.of(PRIMITIVES, MODIFIERS, OTHERS)
        .flatMap(Set::stream)
        .filter(w -> !w.equals("non") && !w.equals("_"));
  }
}
