package org.jacobean.autodiff.graph;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a number that depends on no input was computed, so that a formula can say √(2π) where the
 * program holds 2.5066282746310002.
 *
 * @param operation {@link Node#CONSTANT} for a number as it stands
 */
public record Origin(String operation, List<Origin> arguments, double value) {
  /** Longer histories are forgotten: the number alone is easier to read. */
  private static final int MOST_OPERATIONS = 6;

  public Origin {
    arguments = List.copyOf(arguments);
  }

  /** The origin of a computed number, or null when it is not worth telling. */
  static @Nullable Origin of(String operation, double value, Real... arguments) {
    List<Origin> origins = Stream.of(arguments).map(Origin::of).toList();
    Origin origin = new Origin(operation, origins, value);
    return arguments.length == 0 || origin.operations() > MOST_OPERATIONS ? null : origin;
  }

  private static Origin of(Real real) {
    Origin known = real.origin();
    return known != null ? known : new Origin(Node.CONSTANT, List.of(), real.value());
  }

  private int operations() {
    int below = arguments.stream().mapToInt(Origin::operations).sum();
    return operation.equals(Node.CONSTANT) ? 0 : 1 + below;
  }
}
