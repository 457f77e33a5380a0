package org.jacobean.magics.maven;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.version.Version;
import org.jacobean.kernel.extend.MagicException;

/** One way from wishes to files, run beside the cell's thread so that an interrupt ends it. */
final class Resolution implements Callable<Resolution.Found> {
  /**
   * What there is to add.
   *
   * @param roots what was asked for, versions filled in
   * @param artifacts those and what they need, in the order of the class path
   * @param notes what the user should know
   */
  record Found(List<Artifact> roots, List<Artifact> artifacts, List<String> notes) {}

  private final Resolver resolver;
  private final Wishes wishes;
  private final Loaded loaded;
  private final Progress progress;
  private final List<RemoteRepository> repositories;
  private final List<Dependency> managed = new ArrayList<>();
  private final Map<String, String> managedVersions = new HashMap<>();
  private final List<String> notes = new ArrayList<>();

  Resolution(
      Resolver resolver,
      Wishes wishes,
      Loaded loaded,
      Progress progress,
      List<RemoteRepository> repositories) {
    this.resolver = resolver;
    this.wishes = wishes;
    this.loaded = loaded;
    this.progress = progress;
    this.repositories = new ArrayList<>(repositories);
  }

  @Override
  public Found call() throws MagicException {
    RepositorySystemSession session = resolver.session(progress, wishes, false);
    try {
      return found(session);
    } catch (RepositoryException e) {
      return withoutNetwork(session, e);
    }
  }

  /** A library in the local repository serves even if another Maven or address brought it there. */
  private Found withoutNetwork(RepositorySystemSession session, RepositoryException failure)
      throws MagicException {
    var unresolved = new Unresolved(wishes.magic(), resolver, session, repositories);
    if (!Unresolved.isNetwork(failure)) {
      throw unresolved.explain(failure);
    }
    try {
      managed.clear();
      managedVersions.clear();
      notes.clear();
      Found found = found(resolver.session(progress, wishes, true));
      notes.add(
          "No repository could be reached; the files are those of " + resolver.localRepository());
      return new Found(found.roots(), found.artifacts(), notes);
    } catch (RepositoryException again) {
      throw unresolved.explain(failure);
    }
  }

  private Found found(RepositorySystemSession session) throws RepositoryException, MagicException {
    for (String bom : wishes.boms()) {
      manage(session, bom);
    }
    List<Dependency> roots = roots(session);
    List<Artifact> named = roots.stream().map(Dependency::getArtifact).toList();
    managed.addAll(loaded.managed());
    List<Artifact> artifacts =
        roots.isEmpty()
            ? List.of()
            : resolver.resolve(session, roots, managed, repositories).stream()
                .filter(artifact -> !artifact.getExtension().equals("pom"))
                .toList();
    if (wishes.manner().sources()) {
      sources(session, named);
    }
    return new Found(named, artifacts, notes);
  }

  private void manage(RepositorySystemSession session, String typed)
      throws RepositoryException, MagicException {
    Coordinates bom = versioned(session, Coordinates.parse(wishes.magic(), typed));
    var pom = new DefaultArtifact(bom.group(), bom.artifact(), "pom", bom.version());
    takeManaged(resolver.describe(session, pom, repositories));
  }

  private void takeManaged(ArtifactDescriptorResult description) {
    repositories.addAll(description.getRepositories());
    for (Dependency dependency : description.getManagedDependencies()) {
      managed.add(dependency);
      Artifact a = dependency.getArtifact();
      managedVersions.putIfAbsent(a.getGroupId() + ":" + a.getArtifactId(), a.getVersion());
    }
  }

  private List<Dependency> roots(RepositorySystemSession session)
      throws RepositoryException, MagicException {
    var roots = new ArrayList<Dependency>();
    if (wishes.pom().isPresent()) {
      roots.addAll(ofPom(session, wishes.pom().get()));
    }
    for (String typed : wishes.coordinates()) {
      Coordinates library = versioned(session, Coordinates.parse(wishes.magic(), typed));
      roots.add(new Dependency(library.toArtifact(), "compile"));
    }
    List<Exclusion> exclusions = exclusions();
    return roots.stream().map(root -> excluding(root, exclusions)).toList();
  }

  private List<Dependency> ofPom(RepositorySystemSession session, Pom pom)
      throws RepositoryException {
    var artifact = new DefaultArtifact(pom.group(), pom.artifact(), "pom", pom.version());
    ArtifactDescriptorResult description = resolver.describe(session, artifact, repositories);
    takeManaged(description);
    return description.getDependencies().stream()
        .filter(dependency -> pom.scopes().contains(scope(dependency)))
        .map(
            dependency ->
                dependency.setScope("system".equals(scope(dependency)) ? "system" : "compile"))
        .map(dependency -> dependency.setOptional(false))
        .toList();
  }

  private static String scope(Dependency dependency) {
    return dependency.getScope().isEmpty() ? "compile" : dependency.getScope();
  }

  private Coordinates versioned(RepositorySystemSession session, Coordinates typed)
      throws MagicException {
    String managedVersion = managedVersions.get(typed.key());
    if (typed.hasVersion()) {
      return typed;
    }
    if (managedVersion != null) {
      return typed.withVersion(managedVersion);
    }
    List<Version> versions = resolver.versions(session, typed, repositories);
    if (versions.isEmpty()) {
      throw new Unresolved(wishes.magic(), resolver, session, repositories).absent(typed);
    }
    String newest = Versions.newestRelease(versions);
    notes.add("No version given: took the newest, " + typed.key() + ":" + newest);
    return typed.withVersion(newest);
  }

  private List<Exclusion> exclusions() throws MagicException {
    var exclusions = new ArrayList<Exclusion>();
    for (String typed : wishes.exclusions()) {
      String[] parts = typed.split(":", -1);
      if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
        throw new MagicException(
            wishes.magic()
                + ": --exclude "
                + typed
                + " names no artifact. Write --exclude group:artifact, * for any");
      }
      exclusions.add(new Exclusion(parts[0], parts[1], "*", "*"));
    }
    return exclusions;
  }

  private static Dependency excluding(Dependency root, List<Exclusion> exclusions) {
    var all = new ArrayList<>(root.getExclusions());
    all.addAll(exclusions);
    return root.setExclusions(all);
  }

  private void sources(RepositorySystemSession session, List<Artifact> roots) {
    for (Artifact root : roots) {
      var sources =
          new DefaultArtifact(
              root.getGroupId(), root.getArtifactId(), "sources", "jar", root.getVersion());
      if (resolver.fetch(session, sources, repositories).isEmpty()) {
        notes.add(
            root.getGroupId()
                + ":"
                + root.getArtifactId()
                + ":"
                + root.getVersion()
                + " has no sources");
      }
    }
  }
}
