package org.jacobean.kernel.session.compile;

import java.util.Set;
import org.jacobean.kernel.session.compile.SourceUnit.Place;
import org.jspecify.annotations.Nullable;

/**
 * What the compiler objects to.
 *
 * @param code its key, such as {@code compiler.err.cant.resolve.location}
 * @param place where in which cell; null when no typed text is to blame
 */
public record Problem(String code, String message, @Nullable Place place) {
  private static final Set<String> NOT_A_VALUE =
      Set.of("compiler.err.prob.found.req", "compiler.err.illegal.start.of.type");

  /** A name nobody declared yet: a later declaration may mend it. */
  public boolean isUnresolved() {
    return code.startsWith("compiler.err.cant.resolve")
        || code.equals("compiler.err.doesnt.exist")
        || code.equals("compiler.err.cant.inherit.from.sealed");
  }

  /** A call without a value stands where a value is wanted. */
  public boolean isVoid() {
    return NOT_A_VALUE.contains(code) && message.contains("void");
  }
}
