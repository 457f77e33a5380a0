package org.jacobean.magics.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.graph.Dependency;

/** Which artifacts the session already has: classes once loaded cannot be exchanged. */
final class Loaded {
  /** The kernel's public face: a second copy would not be the types the kernel knows. */
  private static final Set<String> BROUGHT =
      Set.of("org.dflib.jjava:jjava-jupyter", "io.github.spencerpark:jupyter-jvm-basekernel");

  private final Map<String, String> versions = new ConcurrentSkipListMap<>();

  /** Takes note of the artifacts and gives those that are new. */
  List<Artifact> enter(List<Artifact> artifacts) {
    var fresh = new ArrayList<Artifact>();
    for (Artifact artifact : artifacts) {
      boolean brought = BROUGHT.contains(artifact.getGroupId() + ":" + artifact.getArtifactId());
      if (!brought && versions.putIfAbsent(key(artifact), artifact.getBaseVersion()) == null) {
        fresh.add(artifact);
      }
    }
    return fresh;
  }

  /** Those of the artifacts the session has in another version, said as a sentence each. */
  List<String> conflicts(List<Artifact> artifacts) {
    return artifacts.stream()
        .filter(a -> !versions.getOrDefault(key(a), a.getBaseVersion()).equals(a.getBaseVersion()))
        .map(
            a ->
                "%s:%s stays in version %s, which this session already has; %s needs a restart of"
                        .formatted(
                            a.getGroupId(),
                            a.getArtifactId(),
                            versions.get(key(a)),
                            a.getBaseVersion())
                    + " the kernel and both libraries in one %maven line")
        .toList();
  }

  /** What is there already decides the versions of what later libraries need. */
  List<Dependency> managed() {
    return versions.entrySet().stream()
        .filter(entry -> entry.getKey().endsWith(":jar:"))
        .map(entry -> entry.getKey().split(":", -1))
        .map(key -> new DefaultArtifact(key[0], key[1], "jar", versions.get(String.join(":", key))))
        .map(artifact -> new Dependency(artifact, ""))
        .toList();
  }

  private static String key(Artifact artifact) {
    return String.join(
        ":",
        artifact.getGroupId(),
        artifact.getArtifactId(),
        artifact.getExtension(),
        artifact.getClassifier());
  }
}
