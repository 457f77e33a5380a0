package org.jacobean.display.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jacobean.display.DisplayException.Undrawable;
import org.jspecify.annotations.Nullable;

/** A matrix as coloured tiles. */
final class HeatMap {
  private static final int MOST = 10_000;

  private HeatMap() {}

  static Plot of(double[][] matrix) {
    int columns = Arrays.stream(matrix).mapToInt(row -> row.length).max().orElse(0);
    if (columns == 0) {
      throw new Undrawable("there is nothing to draw: the matrix has no entries");
    }
    if ((long) matrix.length * columns > MOST) {
      throw new Undrawable(
          "a heat map of %d × %d tiles is more than the %d a page can hold: average blocks of it first"
              .formatted(matrix.length, columns, MOST));
    }
    return new Plot(Frame.PLAIN, List.of())
        .plus(tiles(matrix), "")
        .xLabel("column")
        .yLabel("row")
        .framed(f -> f.axes(ticks(f.x(), columns), ticks(f.y(), matrix.length)))
        .framed(f -> f.axes(f.x(), f.y().transformed("reverse")));
  }

  /** Rows and columns are counted in whole numbers. */
  private static Frame.Axis ticks(Frame.Axis axis, int count) {
    int step = Math.max(1, (count + 7) / 8);
    List<Double> breaks =
        IntStream.range(0, count).filter(i -> i % step == 0).asDoubleStream().boxed().toList();
    return axis.marked(breaks);
  }

  private static Layer tiles(double[][] matrix) {
    double[] xs =
        Arrays.stream(matrix)
            .flatMapToDouble(row -> IntStream.range(0, row.length).asDoubleStream())
            .toArray();
    double[] ys =
        IntStream.range(0, matrix.length)
            .mapToObj(i -> DoubleStream.generate(() -> i).limit(matrix[i].length))
            .flatMapToDouble(row -> row)
            .toArray();
    Map<String, List<?>> columns = new LinkedHashMap<>();
    columns.put("x", Numerals.column(xs));
    columns.put("y", Numerals.column(ys));
    List<@Nullable Double> fill = new ArrayList<>();
    for (double[] row : matrix) {
      fill.addAll(Numerals.column(row));
    }
    columns.put("fill", fill);
    return Layer.of("tile", columns).with("size", 0);
  }
}
