package org.jacobean.kernel.session.read;

import java.util.List;

/** A part of a cell that means something on its own. Offsets are those of the cell's source. */
public sealed interface Snippet {

  /** A stretch of the source. */
  record Span(int start, int end) {
    public String of(String source) {
      return source.substring(start, end);
    }
  }

  Span span();

  /**
   * An import.
   *
   * @param name what is imported, such as {@code java.util.List} or {@code java.lang.Math.*}
   */
  record Import(Span span, boolean isStatic, String name) implements Snippet {
    /** The name it brings into scope, {@code *} for all. */
    public String simpleName() {
      return name.substring(name.lastIndexOf('.') + 1);
    }
  }

  /**
   * A class, interface, enum, record or annotation type.
   *
   * @param dropped modifiers that mean nothing in a cell
   */
  record Type(Span span, String name, String kind, List<Span> dropped) implements Snippet {}

  /**
   * A method.
   *
   * @param parameters their types as written, without spaces: overloads differ in it
   */
  record Method(Span span, String name, String parameters, List<Span> dropped) implements Snippet {}

  /**
   * Variables declared together.
   *
   * @param modifiers annotations and modifiers that a field keeps
   * @param type as written; {@code var} is resolved by the compiler
   */
  record Variables(Span span, List<Span> modifiers, Span type, List<Declarator> declarators)
      implements Snippet {}

  /**
   * One declared variable.
   *
   * @param text the name
   * @param name where it stands
   * @param dimensions the brackets after its name, such as {@code [][]}
   * @param value its initial value; empty when there is none
   */
  record Declarator(String text, Span name, String dimensions, Span value) {
    public boolean initialised() {
      return value.end() > value.start();
    }
  }

  /** A statement that is not an expression. */
  record Statement(Span span) implements Snippet {}

  /**
   * An expression.
   *
   * @param terminated by a semicolon (outside the span)
   * @param form what kind of value it may have, as far as its look tells
   */
  record Expression(Span span, boolean terminated, Form form) implements Snippet {}

  /** How an expression looks from outside. */
  enum Form {
    /** An assignment: a statement in spirit, its value is not shown. */
    ASSIGNMENT,
    /** A call: a statement too, perhaps without a value. */
    CALL,
    /** A step such as {@code i++} or a creation: a statement too, with a value. */
    STEP,
    /** Anything else: always a value, never a statement. */
    VALUE
  }

  /** A line magic that stands alone, or a cell magic with its body. */
  record MagicLine(Span span, MagicText magic) implements Snippet {}
}
