package org.jacobean.magics.maven;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.DependencyNode;

/** The way through the tree of dependencies to one of them. */
final class NeededPath {
  private NeededPath() {}

  /** Those that need the artifact, the nearest first; empty when it is asked for itself. */
  static List<DependencyNode> to(Artifact artifact, DependencyNode root) {
    var path = new ArrayList<DependencyNode>();
    for (DependencyNode child : root.getChildren()) {
      if (find(artifact, child, path)) {
        return path;
      }
    }
    return List.of();
  }

  private static boolean find(Artifact artifact, DependencyNode node, List<DependencyNode> path) {
    if (same(artifact, node.getArtifact())) {
      return true;
    }
    for (DependencyNode child : node.getChildren()) {
      if (find(artifact, child, path)) {
        path.add(node);
        return true;
      }
    }
    return false;
  }

  private static boolean same(Artifact one, Artifact other) {
    return one.getGroupId().equals(other.getGroupId())
        && one.getArtifactId().equals(other.getArtifactId())
        && one.getClassifier().equals(other.getClassifier());
  }
}
