package org.jacobean.autodiff.symbolic;

/** A variable that was given no value. */
public final class UnknownVariableException extends SymbolicException {
  private static final long serialVersionUID = 1;

  UnknownVariableException(Var variable, Iterable<Var> given) {
    super(
        "the formula mentions "
            + variable.name()
            + ", which was given no value; values were given for "
            + String.join(", ", names(given)));
  }

  UnknownVariableException(String method, String asked, Iterable<Var> known) {
    super(
        "`"
            + method
            + "` has no variable "
            + asked
            + "; its variables are "
            + String.join(", ", names(known)));
  }

  private static java.util.List<String> names(Iterable<Var> given) {
    java.util.List<String> names = new java.util.ArrayList<>();
    given.forEach(v -> names.add(v.name()));
    return names.isEmpty() ? java.util.List.of("nothing") : names;
  }
}
