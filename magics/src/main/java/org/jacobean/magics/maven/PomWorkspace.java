package org.jacobean.magics.maven;

import java.io.File;
import java.util.List;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.jspecify.annotations.Nullable;

/** Lets the resolver read one POM from a file instead of a repository. */
record PomWorkspace(Pom pom, WorkspaceRepository repository) implements WorkspaceReader {
  PomWorkspace(Pom pom) {
    this(pom, new WorkspaceRepository("notebook"));
  }

  @Override
  public WorkspaceRepository getRepository() {
    return repository;
  }

  @Override
  public @Nullable File findArtifact(Artifact artifact) {
    boolean isIt =
        artifact.getExtension().equals("pom")
            && artifact.getGroupId().equals(pom.group())
            && artifact.getArtifactId().equals(pom.artifact())
            && artifact.getVersion().equals(pom.version());
    return isIt ? pom.file().toFile() : null;
  }

  @Override
  public List<String> findVersions(Artifact artifact) {
    return List.of();
  }
}
