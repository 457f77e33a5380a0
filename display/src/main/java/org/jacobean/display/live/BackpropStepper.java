package org.jacobean.display.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The forward and the backward sweep through a computation graph, one step at a time. */
public final class BackpropStepper extends LiveView {
  private final String title;

  /** A node: where it stands, in order of computation. */
  public record Node(int id, String label, double value, double x, double y) {}

  /** An edge with its local partial derivative. */
  public record Edge(int from, int to, double partial) {}

  public BackpropStepper(String title, List<Node> nodes, List<Edge> edges, int output) {
    super(module("backprop.js"), meta(title, nodes, edges, output), Map.of(), null);
    this.title = title;
  }

  private static Map<String, Object> meta(
      String title, List<Node> nodes, List<Edge> edges, int output) {
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put("title", title);
    meta.put(
        "nodes",
        nodes.stream()
            .map(
                n ->
                    Map.of(
                        "id", n.id(), "label", n.label(), "value", n.value(), "x", n.x(), "y",
                        n.y()))
            .toList());
    meta.put(
        "edges",
        edges.stream()
            .map(e -> Map.of("from", e.from(), "to", e.to(), "partial", e.partial()))
            .toList());
    meta.put("output", output);
    return meta;
  }

  @Override
  protected String plain() {
    return "Backpropagation through " + title + ", step by step";
  }
}
