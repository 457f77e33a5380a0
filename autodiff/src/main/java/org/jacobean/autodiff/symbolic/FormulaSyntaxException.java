package org.jacobean.autodiff.symbolic;

/** A text that is not a formula. */
public final class FormulaSyntaxException extends SymbolicException {
  private static final long serialVersionUID = 1;

  FormulaSyntaxException(String text, int position, String expected) {
    super(
        "\""
            + text
            + "\" is not a formula: expected "
            + expected
            + " at position "
            + (position + 1)
            + (position < text.length()
                ? ", found '" + text.charAt(position) + "'"
                : ", at its end"));
  }
}
