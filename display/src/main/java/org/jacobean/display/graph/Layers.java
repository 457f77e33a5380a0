package org.jacobean.display.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Places for the boxes of a diagram: each below all it depends on, in an order with few crossings.
 * Arrows over several layers pass through a point in each.
 */
final class Layers {
  private static final int SWEEPS = 24;

  /** By layer, from the top: indices of points, boxes first and way points after them. */
  private final List<List<Integer>> layers = new ArrayList<>();

  private final List<List<Integer>> above = new ArrayList<>();
  private final List<List<Integer>> below = new ArrayList<>();
  private final int[] layerOf;
  private final int[][] ways;

  private Layers(int boxes, int arrows) {
    layerOf = new int[boxes];
    ways = new int[arrows][];
    for (int i = 0; i < boxes; i++) {
      addPoint();
    }
  }

  static Layers of(int boxes, int[][] arrows) {
    Layers layers = unordered(boxes, arrows);
    layers.order();
    return layers;
  }

  /** Layers whose boxes stand as they come. */
  static Layers unordered(int boxes, int[][] arrows) {
    Layers layers = new Layers(boxes, arrows.length);
    layers.assign(arrows);
    layers.connect(arrows);
    return layers;
  }

  List<List<Integer>> rows() {
    return layers;
  }

  int layer(int box) {
    return layerOf[box];
  }

  /** The points an arrow passes, its ends included. */
  int[] way(int arrow) {
    return ways[arrow];
  }

  List<Integer> neighbours(int point) {
    List<Integer> all = new ArrayList<>(above.get(point));
    all.addAll(below.get(point));
    return all;
  }

  int points() {
    return above.size();
  }

  private int addPoint() {
    above.add(new ArrayList<>());
    below.add(new ArrayList<>());
    return above.size() - 1;
  }

  /** Longest path from the top; what has no arguments then sinks to just above its first use. */
  private void assign(int[][] arrows) {
    for (int[] arrow : arrows) {
      layerOf[arrow[1]] = Math.max(layerOf[arrow[1]], layerOf[arrow[0]] + 1);
    }
    int deepest = Arrays.stream(layerOf).max().orElse(0);
    for (int box = layerOf.length - 1; box >= 0; box--) {
      int own = box;
      boolean source = Arrays.stream(arrows).noneMatch(a -> a[1] == own);
      int first =
          Arrays.stream(arrows)
              .filter(a -> a[0] == own)
              .mapToInt(a -> layerOf[a[1]])
              .min()
              .orElse(0);
      layerOf[box] = source && first > 0 ? first - 1 : layerOf[box];
    }
    for (int layer = 0; layer <= deepest; layer++) {
      layers.add(new ArrayList<>());
    }
    for (int box = 0; box < layerOf.length; box++) {
      layers.get(layerOf[box]).add(box);
    }
  }

  private void connect(int[][] arrows) {
    for (int a = 0; a < arrows.length; a++) {
      int from = arrows[a][0];
      int to = arrows[a][1];
      int[] way = new int[layerOf[to] - layerOf[from] + 1];
      way[0] = from;
      way[way.length - 1] = to;
      for (int k = 1; k < way.length - 1; k++) {
        way[k] = addPoint();
        layers.get(layerOf[from] + k).add(way[k]);
      }
      for (int k = 0; k + 1 < way.length; k++) {
        below.get(way[k]).add(way[k + 1]);
        above.get(way[k + 1]).add(way[k]);
      }
      ways[a] = way;
    }
  }

  private void order() {
    List<List<Integer>> best = copy();
    int fewest = crossings();
    for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
      boolean down = sweep % 2 == 0;
      for (int k = 1; k < layers.size(); k++) {
        int layer = down ? k : layers.size() - 1 - k;
        sortByMedian(layer, down ? layer - 1 : layer + 1, down ? above : below);
        swapWhereBetter(layer);
      }
      int now = crossings();
      if (now < fewest) {
        fewest = now;
        best = copy();
      }
    }
    for (int k = 0; k < layers.size(); k++) {
      layers.set(k, best.get(k));
    }
  }

  private List<List<Integer>> copy() {
    List<List<Integer>> copy = new ArrayList<>();
    layers.forEach(layer -> copy.add(new ArrayList<>(layer)));
    return copy;
  }

  private void sortByMedian(int layer, int fixed, List<List<Integer>> towards) {
    List<Integer> row = layers.get(layer);
    double[] wish = new double[points()];
    for (int i = 0; i < row.size(); i++) {
      int point = row.get(i);
      int[] places =
          towards.get(point).stream()
              .mapToInt(p -> layers.get(fixed).indexOf(p))
              .sorted()
              .toArray();
      int n = places.length;
      wish[point] =
          n == 0 ? i : n % 2 == 1 ? places[n / 2] : (places[n / 2 - 1] + places[n / 2]) / 2.0;
    }
    row.sort(Comparator.comparingDouble(point -> wish[point]));
  }

  /** Neighbours change places as long as that undoes crossings. */
  private void swapWhereBetter(int layer) {
    List<Integer> row = layers.get(layer);
    for (int i = 0; i + 1 < row.size(); i++) {
      int before = around(layer);
      java.util.Collections.swap(row, i, i + 1);
      if (around(layer) >= before) {
        java.util.Collections.swap(row, i, i + 1);
      }
    }
  }

  private int around(int layer) {
    return (layer > 0 ? between(layer - 1) : 0) + (layer + 1 < layers.size() ? between(layer) : 0);
  }

  /** Pairs of arrows that cross in the whole drawing. */
  int crossings() {
    int count = 0;
    for (int layer = 0; layer + 1 < layers.size(); layer++) {
      count += between(layer);
    }
    return count;
  }

  private int between(int layer) {
    int[] place = new int[points()];
    List<Integer> lower = layers.get(layer + 1);
    for (int i = 0; i < lower.size(); i++) {
      place[lower.get(i)] = i;
    }
    List<Integer> ends = new ArrayList<>();
    for (int point : layers.get(layer)) {
      below.get(point).stream().map(p -> place[p]).sorted().forEach(ends::add);
    }
    int count = 0;
    for (int i = 0; i < ends.size(); i++) {
      for (int j = i + 1; j < ends.size(); j++) {
        count += ends.get(i) > ends.get(j) ? 1 : 0;
      }
    }
    return count;
  }
}
