package org.jacobean.display.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jacobean.autodiff.graph.ComputationGraph;
import org.jacobean.autodiff.graph.Node;
import org.jacobean.display.graph.Places;

/** The forward and the backward sweep through a computation graph, one step at a time. */
public final class BackpropStepper extends LiveView {
  /** The most nodes that can be followed one by one. */
  public static final int MOST = 60;

  private static final double WIDTH = 116;
  private static final double ROW = 122;

  private final String title;
  private final ComputationGraph graph;
  private final NodeNames names;

  /**
   * @param result what the function's value is called
   */
  public BackpropStepper(String title, ComputationGraph graph, String result) {
    this(title, graph, new NodeNames(graph, result));
  }

  private BackpropStepper(String title, ComputationGraph graph, NodeNames names) {
    super(module("backprop.js"), meta(title, graph, names), Map.of(), null);
    this.title = title;
    this.graph = graph;
    this.names = names;
  }

  private static Map<String, Object> meta(String title, ComputationGraph graph, NodeNames names) {
    if (graph.nodes().size() > MOST) {
      throw new IllegalArgumentException(
          "%s takes %d operations, and up to %d can be stepped through: try a smaller case"
              .formatted(title, graph.nodes().size(), MOST));
    }
    List<Map<String, Object>> edges = edges(graph);
    Places places = places(graph);
    List<Map<String, Object>> nodes = new ArrayList<>();
    for (Node node : graph.nodes()) {
      nodes.add(node(node, names, places.boxes()[node.index()]));
    }
    for (int a = 0; a < edges.size(); a++) {
      edges.get(a).put("way", way(places.ways()[a]));
    }
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put("title", title);
    meta.put("nodes", nodes);
    meta.put("edges", edges);
    meta.put("output", graph.output().index());
    return meta;
  }

  private static Map<String, Object> node(Node node, NodeNames names, double[] place) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("id", node.index());
    described.put("name", names.of(node));
    described.put("label", node.label());
    described.put("made", names.made(node));
    described.put("constant", node.isConstant());
    described.put("value", node.value());
    described.put("x", place[0]);
    described.put("y", place[1]);
    return described;
  }

  /** From and to, an arrow for each argument. */
  private static int[][] arrows(ComputationGraph graph) {
    return edges(graph).stream()
        .map(e -> new int[] {(Integer) e.get("from"), (Integer) e.get("to")})
        .toArray(int[][]::new);
  }

  private static Places places(ComputationGraph graph) {
    return Places.of(graph.nodes().size(), arrows(graph), WIDTH, ROW);
  }

  @Override
  String picture() {
    List<String> words = graph.nodes().stream().map(names::of).toList();
    return StaticPicture.graph(places(graph).boxes(), words, arrows(graph));
  }

  private static List<Map<String, Object>> edges(ComputationGraph graph) {
    List<Map<String, Object>> edges = new ArrayList<>();
    for (Node node : graph.nodes()) {
      for (int k = 0; k < node.arguments().size(); k++) {
        int from = node.arguments().get(k).index();
        edges.add(
            new LinkedHashMap<>(
                Map.of("from", from, "to", node.index(), "partial", node.partial(k))));
      }
    }
    return edges;
  }

  /** The points between the two boxes. */
  private static List<List<Double>> way(double[][] points) {
    return Arrays.stream(points, 1, points.length - 1).map(p -> List.of(p[0], p[1])).toList();
  }

  @Override
  protected String plain() {
    return "Backpropagation through " + title + ", step by step";
  }
}
