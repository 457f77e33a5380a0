package org.jacobean.autodiff.error;

/** Classes and methods as their author knows them; a notebook's cells are classes nobody wrote. */
public final class SourceName {
  private static final String CELL = "\\$JShell\\$\\d+[a-zA-Z]*[$.]?";

  private SourceName() {}

  /** A class without package, cells and dollar signs; empty for a cell itself. */
  public static String type(String owner) {
    String dotted = owner.replace('/', '.');
    String name = dotted.substring(dotted.lastIndexOf('.') + 1).replaceFirst("^" + CELL, "");
    return name.replace('$', '.');
  }

  /** Such as {@code Math.sin}, or {@code relu} for a method of a cell. */
  public static String method(String owner, String name) {
    String type = type(owner);
    if (name.startsWith("lambda$")) {
      return type.isEmpty() ? "the lambda" : "the lambda in " + type + around(name);
    }
    if (name.equals("<init>")) {
      return "new " + type;
    }
    return type.isEmpty() ? name : type + "." + name;
  }

  /** The method that the lambda stands in: compilers call it {@code lambda$method$0}. */
  private static String around(String lambda) {
    String[] parts = lambda.split("\\$");
    return parts.length >= 3 && !parts[1].isEmpty() ? "." + parts[1] : "";
  }
}
