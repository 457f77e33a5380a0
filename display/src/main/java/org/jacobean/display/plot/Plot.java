package org.jacobean.display.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/** A plot being put together; every call gives a new one, showing it draws it. */
public final class Plot implements Drawn {
  /** A curve of a function is drawn through so many points. */
  static final int CURVE = 241;

  private final Frame frame;
  private final List<Layer> layers;

  Plot(Frame frame, List<Layer> layers) {
    this.frame = frame;
    this.layers = List.copyOf(layers);
  }

  public Plot title(String text) {
    return framed(f -> f.titled(text));
  }

  public Plot xLabel(String text) {
    return framed(f -> f.axes(f.x().named(text), f.y()));
  }

  public Plot yLabel(String text) {
    return framed(f -> f.axes(f.x(), f.y().named(text)));
  }

  public Plot logX() {
    return framed(f -> f.axes(f.x().transformed("log10"), f.y()));
  }

  public Plot logY() {
    return framed(f -> f.axes(f.x(), f.y().transformed("log10")));
  }

  /** In pixels. */
  public Plot size(int width, int height) {
    return framed(f -> f.sized(width, height));
  }

  /** Makes a unit as long on both axes. */
  public Plot equalAxes() {
    return framed(f -> f.equal(true));
  }

  /** What the picture shows, for those who do not see it. */
  public Plot describe(String takeaway) {
    return framed(f -> f.saying(takeaway));
  }

  public Plot line(double[] xs, double[] ys) {
    return line(xs, ys, "");
  }

  /** A line with its name in the legend. */
  public Plot line(double[] xs, double[] ys, String name) {
    Numerals.paired("xs", xs, "ys", ys);
    double[][] fewer = Thinning.line(xs, ys);
    return plus(Layer.unbroken("line", fewer[0], fewer[1]).with("size", 1.1), name);
  }

  public Plot line(DoubleUnaryOperator f, double from, double to, String name) {
    double[] xs = Numerals.spaced(from, to, CURVE);
    double[] ys = java.util.Arrays.stream(xs).map(f).toArray();
    return Poles.in(ys).cut(this, xs, name);
  }

  public Plot points(double[] xs, double[] ys) {
    return points(xs, ys, "");
  }

  public Plot points(double[] xs, double[] ys, String name) {
    Numerals.paired("xs", xs, "ys", ys);
    return plus(Layer.xy("point", xs, ys).with("size", 3.0).with("alpha", 0.85), name);
  }

  /** A path in the order of its points, as a descent takes it. */
  public Plot path(double[] xs, double[] ys, String name) {
    Numerals.paired("xs", xs, "ys", ys);
    double[][] fewer = Thinning.line(xs, ys);
    Layer path = Layer.xy("path", fewer[0], fewer[1]);
    Plot halo = painted() ? plus(path.with("color", "#ffffff").with("size", 2.6), "") : this;
    Plot drawn = halo.plus(path.with("size", 1.2), name);
    return drawn.plus(Layer.xy("point", fewer[0], fewer[1]).with("size", 2.2), name);
  }

  /** One point that matters, large and with a rim. */
  public Plot mark(double x, double y, String name) {
    Layer point = Layer.xy("point", new double[] {x}, new double[] {y});
    return plus(point.with("color", "#ffffff").with("size", 6.0), "")
        .plus(point.with("size", 4.5), name);
  }

  /** Arrows along a field of directions, over the extent of what was drawn first. */
  public Plot arrows(Field field) {
    return Arrows.on(this, field);
  }

  /** What a gradient gives at a point: its two components. */
  @FunctionalInterface
  public interface Field {
    double[] at(double x, double y);
  }

  /** Words at a place. */
  public Plot label(double x, double y, String text) {
    Layer label =
        Layer.xy("text", new double[] {x}, new double[] {y}).driven("label", List.of(text));
    return plus(label.with("color", Ink.TEXT).with("size", 6), "");
  }

  Plot plus(Layer layer, String name) {
    List<Layer> more = new ArrayList<>(layers);
    boolean coloured =
        layer.constants().containsKey("color") || layer.columns().containsKey("fill");
    Layer shown = coloured ? layer : layer.with("color", colour(name));
    more.add(shown.named(name));
    return new Plot(frame, more);
  }

  /** Before the labels, which are to stay readable. */
  Plot beneathLabels(Layer layer) {
    List<Layer> more = new ArrayList<>(layers);
    int place = more.size();
    while (place > 0 && more.get(place - 1).geom().equals("label")) {
      place--;
    }
    more.add(place, layer);
    return new Plot(frame, more);
  }

  /** A series keeps its colour; what is new takes the next of the palette. */
  private Object colour(String name) {
    java.util.Set<Object> taken = new java.util.LinkedHashSet<>();
    for (Layer layer : layers) {
      Object colour = layer.constants().get("color");
      if (colour != null && Palette.KINDS.contains(colour)) {
        if (!name.isEmpty() && layer.series().equals(name)) {
          return colour;
        }
        taken.add(colour);
      }
    }
    return Palette.kind(taken.size(), painted());
  }

  /** Whether a colour scale covers the ground, so that lines need a halo. */
  private boolean painted() {
    return layers.stream().anyMatch(layer -> layer.columns().containsKey("fill"));
  }

  Plot framed(UnaryOperator<Frame> change) {
    return new Plot(change.apply(frame), layers);
  }

  @Override
  public Picture draw() {
    String words = Words.describe(frame, layers);
    List<Layer> drawn = layers.isEmpty() ? List.of(Layer.NOTHING) : layers;
    String raw = LetsPlot.svg(Specification.of(frame, drawn), frame.width(), frame.height());
    String summary = frame.title().isEmpty() ? words : frame.title() + "\n" + words;
    return new Picture(SvgPolish.polish(raw, frame, SeriesKey.of(frame, layers), words), summary);
  }

  /** The picture as a document of its own. */
  public String svg() {
    return draw().standalone();
  }

  boolean hasEqualAxes() {
    return frame.equalAxes();
  }

  /** From where to where the first layer goes. */
  double[] extent(String aesthetic) {
    List<?> values = layers.isEmpty() ? List.of() : layers.get(0).columns().get(aesthetic);
    double[] numbers = Numerals.numbers(values == null ? List.of() : values);
    return new double[] {Numerals.least(numbers), Numerals.greatest(numbers)};
  }
}
