package org.jacobean.autodiff.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A value that carries derivatives. Its operations give fresh values and say of them how they were
 * {@link #made}; nothing else is asked of a library.
 *
 * @param <V> the library's class itself
 */
public abstract class Active<V extends Active<V>> {
  private @Nullable Node<V> node;
  private @Nullable List<V> tangents;

  // ---- what a library says

  /** The sum, for adjoints that come from several places. */
  protected abstract V sum(V other);

  /** The same value as an object of its own, which remembers nothing. */
  protected abstract V alias();

  /** The number of a value that is a single one. */
  protected abstract double toNumber();

  /** A value of this one's shape and precision, all of whose elements are a number. */
  protected abstract V filled(double x);

  /** A value that is a single number, of this one's precision. */
  protected abstract V single(double x);

  /** The derivative by an argument: a linear map and its transpose. */
  protected static <V> Partial<V> partial(
      V argument, UnaryOperator<V> forward, UnaryOperator<V> backward) {
    return new Partial<>(argument, forward, backward);
  }

  /** The derivative by an argument that is a linear map equal to its transpose. */
  protected static <V> Partial<V> partial(V argument, UnaryOperator<V> map) {
    return new Partial<>(argument, map, map);
  }

  /** Says of a fresh value which operation made it of which arguments; gives the value back. */
  @SafeVarargs
  protected final V made(String operation, Partial<V>... partials) {
    Tape tape = null;
    boolean dual = false;
    for (Partial<V> p : partials) {
      Active<V> a = p.argument();
      if (a.recorded()) tape = a.tape();
      dual |= a.tangents != null;
    }
    if (dual && !Tangents.suspended()) tangents = Tangents.of(self(), partials);
    if (tape != null) node = tape.add(operation, partials);
    return self();
  }

  /** Whether some derivative follows this value, so that its parts must be kept. */
  protected final boolean followed() {
    return recorded() || tangents != null;
  }

  /** The operation that made it, while a derivative is being taken. */
  protected final @Nullable String operation() {
    return node == null ? null : node.operation;
  }

  @SuppressWarnings("unchecked") // V is this class
  private V self() {
    return (V) this;
  }

  // ---- what users call

  /** The number a value with a single element is. */
  public final double item() {
    if (followed()) throw Unread.item();
    return toNumber();
  }

  /** A number as a value of this one's precision. */
  public final V number(double x) {
    return single(x);
  }

  /** The same value as a constant: no derivative passes. */
  public final V detach() {
    return alias();
  }

  // ---- what the engine asks

  boolean recorded() {
    return node != null && node.tape.recording();
  }

  @SuppressWarnings("NullAway") // asked of recorded values only
  Tape tape() {
    return node.tape;
  }

  @Nullable Node<V> node() {
    return node;
  }

  void node(Node<V> made) {
    node = made;
  }

  @Nullable List<V> tangents() {
    return tangents;
  }

  void tangents(@Nullable List<V> given) {
    tangents = given;
  }

  /** The tangent in a direction, zeros where it has none. */
  V tangent(int direction) {
    return tangents == null || direction >= tangents.size() ? filled(0) : tangents.get(direction);
  }

  /** Gives it a tangent; those of directions before it are there already. */
  void addTangent(V tangent) {
    if (tangents == null) tangents = new ArrayList<>(1);
    tangents.add(tangent);
  }
}
