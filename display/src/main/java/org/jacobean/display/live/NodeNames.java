package org.jacobean.display.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jacobean.autodiff.graph.ComputationGraph;
import org.jacobean.autodiff.graph.Node;

/** What the nodes of a graph are called: their variables, told apart where one held several. */
public final class NodeNames {
  private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

  private final Map<Node, String> names = new HashMap<>();

  /**
   * @param result what the output is called unless a variable held it
   */
  public NodeNames(ComputationGraph graph, String result) {
    Map<String, List<Node>> held = new HashMap<>();
    for (Node node : graph.nodes()) {
      if (!node.isConstant()) {
        held.computeIfAbsent(own(graph, node, result), name -> new ArrayList<>()).add(node);
      }
    }
    Set<String> taken = new HashSet<>(held.keySet());
    held.forEach((name, nodes) -> number(name, nodes, taken));
  }

  private static String own(ComputationGraph graph, Node node, String result) {
    String name = node.isInput() ? node.label() : node.name();
    return name != null ? name : node.equals(graph.output()) ? result : "v" + node.index();
  }

  private void number(String name, List<Node> nodes, Set<String> taken) {
    int next = 1;
    for (Node node : nodes) {
      String unique = name;
      while (nodes.size() > 1 && (unique.equals(name) || taken.contains(unique))) {
        unique = name + subscript(next++);
      }
      taken.add(unique);
      names.put(node, unique);
    }
  }

  private static String subscript(int number) {
    return Integer.toString(number)
        .chars()
        .mapToObj(digit -> String.valueOf(SUBSCRIPTS.charAt(digit - '0')))
        .collect(Collectors.joining());
  }

  /** The name of a node; a constant is its value. */
  public String of(Node node) {
    return names.getOrDefault(node, node.label());
  }

  /** How a node is made, such as {@code x · y}. */
  public String made(Node node) {
    List<String> arguments = node.arguments().stream().map(this::of).toList();
    boolean sign = arguments.size() == 2 && node.label().length() == 1;
    if (node.isInput() || node.isConstant()) {
      return node.label();
    }
    return sign
        ? arguments.get(0) + " " + node.label() + " " + arguments.get(1)
        : node.label() + arguments.stream().collect(Collectors.joining(", ", "(", ")"));
  }
}
