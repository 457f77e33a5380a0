package org.jacobean.display.plot;

import java.util.List;

/**
 * What stands around the marks.
 *
 * @param equalAxes whether a unit is as long on both axes, so that right angles look right
 * @param takeaway what the picture shows, in a sentence for those who do not see it
 */
record Frame(
    String title,
    Axis x,
    Axis y,
    int width,
    int height,
    boolean equalAxes,
    Legend legend,
    String takeaway) {

  /**
   * One axis.
   *
   * @param transform Lets-Plot's name of a transform such as {@code log10}; empty for none
   * @param breaks where its ticks are; empty lets Lets-Plot choose
   * @param limits from where to where it goes; empty for all that is drawn
   */
  record Axis(String label, String transform, List<Double> breaks, List<Double> limits) {
    static Axis of(String label) {
      return new Axis(label, "", List.of(), List.of());
    }

    Axis named(String name) {
      return new Axis(name, transform, breaks, limits);
    }

    Axis transformed(String name) {
      return new Axis(label, name, breaks, limits);
    }

    Axis marked(List<Double> places) {
      return new Axis(label, transform, places, limits);
    }

    boolean logarithmic() {
      return transform.equals("log10");
    }

    Axis from(double least, double greatest) {
      return new Axis(label, transform, breaks, List.of(least, greatest));
    }
  }

  /**
   * What the fill colours mean.
   *
   * @param breaks the places on the colour bar that are labelled; empty lets Lets-Plot choose
   */
  record Legend(String name, List<Double> breaks, List<String> labels) {
    static final Legend PLAIN = new Legend("", List.of(), List.of());
  }

  static final Frame PLAIN =
      new Frame("", Axis.of("x"), Axis.of("y"), 560, 380, false, Legend.PLAIN, "");

  /** A column as it lies along the axes: on a logarithmic one by its exponents. */
  List<?> onAxis(String aesthetic, List<?> values) {
    boolean log =
        (aesthetic.startsWith("x") && x.logarithmic())
            || (aesthetic.startsWith("y") && y.logarithmic());
    return log ? Numerals.column(Numerals.exponents(values)) : values;
  }

  Frame titled(String text) {
    return new Frame(text, x, y, width, height, equalAxes, legend, takeaway);
  }

  Frame axes(Axis newX, Axis newY) {
    return new Frame(title, newX, newY, width, height, equalAxes, legend, takeaway);
  }

  Frame sized(int w, int h) {
    return new Frame(title, x, y, w, h, equalAxes, legend, takeaway);
  }

  Frame equal(boolean equal) {
    return new Frame(title, x, y, width, height, equal, legend, takeaway);
  }

  Frame fill(Legend label) {
    return new Frame(title, x, y, width, height, equalAxes, label, takeaway);
  }

  Frame saying(String sentence) {
    return new Frame(title, x, y, width, height, equalAxes, legend, sentence);
  }
}
