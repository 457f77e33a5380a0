package org.jacobean.kernel.session.scope;

import java.util.List;
import org.jacobean.kernel.session.compile.UnitWriter;
import org.jacobean.kernel.session.read.CellText;
import org.jacobean.kernel.session.read.Snippet.Span;
import org.jspecify.annotations.Nullable;

/**
 * The class of {@code var x = new Object() { int a = 1; }}, given a name beside the field, so that
 * later cells know its members.
 *
 * @param name of the class; another body gets another
 * @param parent what it extends or implements, with that word before it
 * @param body where its members stand, braces included
 */
record Unnamed(String name, String parent, Span body) {
  private static final String MAKE = "$make";

  /**
   * For a creation without arguments; null for one with, whose constructor would have to be known.
   */
  static @Nullable Unnamed of(CellText cell, String variable, Span value, String parent) {
    String text = value.of(cell.java());
    int open = text.indexOf('(');
    int brace = text.indexOf('{');
    boolean plain =
        text.startsWith("new ")
            && text.endsWith("}")
            && open > 0
            && brace > open
            && text.substring(open, brace).replaceAll("\\s", "").equals("()");
    String name = "$of_" + variable + "_" + Integer.toHexString(text.hashCode());
    return plain ? new Unnamed(name, parent, new Span(value.start() + brace, value.end())) : null;
  }

  /** The class, with a method that makes the one object. */
  void declare(UnitWriter writer) {
    writer.raw("public static class " + name + " " + parent).onLineOf(body);
    writer.copyWithout(new Span(body.start(), body.end() - 1), List.of());
    writer.raw("; public static " + name + " " + MAKE + "() { return new " + name + "(); } }");
  }

  /** A static method may be called by way of a field that is still null. */
  static String making(String variable) {
    return variable + "." + MAKE + "()";
  }
}
