package org.jacobean.autodiff.lift;

import org.jacobean.autodiff.error.SourceName;
import org.jacobean.autodiff.rule.Rule;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/**
 * The method a call names.
 *
 * @param body the program called, when it is a piece cut out of the caller and has no method of its
 *     own
 * @param rule the rule a user wrote for the method
 */
public record Invocation(
    int opcode,
    String owner,
    String name,
    String descriptor,
    boolean onInterface,
    @Nullable Program body,
    @Nullable Rule rule) {

  public Invocation(
      int opcode,
      String owner,
      String name,
      String descriptor,
      boolean onInterface,
      @Nullable Program body) {
    this(opcode, owner, name, descriptor, onInterface, body, null);
  }

  /** The same call, its derivative by a rule written by hand. */
  public Invocation by(Rule written) {
    return new Invocation(opcode, owner, name, descriptor, onInterface, body, written);
  }

  public static Invocation of(int opcode, String owner, String name, String descriptor) {
    return new Invocation(opcode, owner, name, descriptor, false, null);
  }

  public boolean isStatic() {
    return opcode == Opcodes.INVOKESTATIC;
  }

  /** Whether it is an operation like those of Math: no effects, and a rule for its derivative. */
  public boolean isMath() {
    return rule != null
        || isStatic() && (owner.equals("java/lang/Math") || owner.equals("java/lang/StrictMath"));
  }

  public boolean is(String ownerName, String method) {
    return owner.equals(ownerName) && name.equals(method);
  }

  /** As a reader would write it: {@code Math.sin}. */
  public String source() {
    return SourceName.method(owner, name);
  }
}
