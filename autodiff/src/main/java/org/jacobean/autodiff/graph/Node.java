package org.jacobean.autodiff.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One operation that was carried out, or an input, or a constant. */
public final class Node {
  /** The operation of a node that is a variable. */
  public static final String INPUT = "input";

  /** The operation of a node that is a number. */
  public static final String CONSTANT = "constant";

  private final int index;
  private final String operation;
  private final List<Node> arguments;
  private final double[] partials;
  private final double value;
  private final Place place;
  private @Nullable String name;
  private @Nullable Origin origin;

  Node(
      int index,
      String operation,
      List<Node> arguments,
      double[] partials,
      double value,
      Place place) {
    this.index = index;
    this.operation = operation;
    this.arguments = List.copyOf(arguments);
    this.partials = partials;
    this.value = value;
    this.place = place;
  }

  /** Position in the order of evaluation. */
  public int index() {
    return index;
  }

  /** What was done: {@code add}, {@code mul}, {@code sin}, …, {@code input} or {@code constant}. */
  public String operation() {
    return operation;
  }

  public List<Node> arguments() {
    return arguments;
  }

  /** The derivative of this node's value by the value of its argument at a position. */
  public double partial(int position) {
    return partials[position];
  }

  public double value() {
    return value;
  }

  /** The method and line of the operation. */
  public Place place() {
    return place;
  }

  /** The variable of the source that held the value first, where there was one. */
  public @Nullable String name() {
    return name;
  }

  /** How a constant was computed, where that is known and short. */
  public @Nullable Origin origin() {
    return origin;
  }

  void cameBy(@Nullable Origin computation) {
    origin = computation;
  }

  /** Gives the node the name of the first variable that holds it. */
  void nameIfNone(@Nullable String variable) {
    if (name == null && !isConstant()) {
      name = variable;
    }
  }

  /** The same node at another position, with the arguments there. */
  Node copy(int position, List<Node> newArguments) {
    Node copy = new Node(position, operation, newArguments, partials, value, place);
    copy.name = name;
    copy.origin = origin;
    return copy;
  }

  public boolean isInput() {
    return operation.equals(INPUT);
  }

  public boolean isConstant() {
    return operation.equals(CONSTANT);
  }

  /** What to write into the node: +, ·, sin, the input's name, the constant's value. */
  public String label() {
    return Labels.of(this);
  }

  @Override
  public String toString() {
    return (name == null ? "v" + index : name) + " = " + label() + " = " + value;
  }
}
