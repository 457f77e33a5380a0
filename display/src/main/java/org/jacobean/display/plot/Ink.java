package org.jacobean.display.plot;

/**
 * Colours that stand for the page's own: Lets-Plot wants them in figures, {@link SvgPolish} then
 * puts the page's text colour in their place, so that light and dark pages both read well.
 */
final class Ink {
  static final String TEXT = "#010203";
  static final String GRID = "#040506";

  private Ink() {}
}
