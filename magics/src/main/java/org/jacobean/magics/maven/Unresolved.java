package org.jacobean.magics.maven;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.eclipse.aether.transfer.ChecksumFailureException;
import org.eclipse.aether.transfer.MetadataNotFoundException;
import org.eclipse.aether.transfer.MetadataTransferException;
import org.eclipse.aether.transfer.RepositoryOfflineException;
import org.eclipse.aether.version.Version;
import org.jacobean.kernel.extend.MagicException;

/** Says why a library could not be had, and what there is instead. */
final class Unresolved {
  private final String magic;
  private final Resolver resolver;
  private final RepositorySystemSession session;
  private final List<RemoteRepository> repositories;

  Unresolved(
      String magic,
      Resolver resolver,
      RepositorySystemSession session,
      List<RemoteRepository> repositories) {
    this.magic = magic;
    this.resolver = resolver;
    this.session = session;
    this.repositories = repositories;
  }

  MagicException explain(Throwable failure) {
    List<Throwable> all = causes(failure);
    String why =
        first(all, ChecksumFailureException.class)
            .map(e -> damaged(all))
            .or(() -> first(all, RepositoryOfflineException.class).map(e -> offline(all)))
            .or(() -> transfer(all))
            .or(
                () ->
                    first(all, ArtifactNotFoundException.class)
                        .map(e -> missing(e.getArtifact()) + neededBy(all, e.getArtifact())))
            .or(() -> first(all, VersionRangeResolutionException.class).map(this::noneInRange))
            .or(() -> first(all, ArtifactDescriptorException.class).map(e -> badPom(e, all)))
            .orElseGet(() -> String.valueOf(failure.getMessage()));
    return new MagicException(magic + ": " + why, failure);
  }

  /** Nothing of that name exists at all. */
  MagicException absent(Coordinates library) {
    return new MagicException(magic + ": " + unknown(library));
  }

  /** Whether a repository could not be asked, so that what is cached must do. */
  static boolean isNetwork(Throwable failure) {
    List<Throwable> all = causes(failure);
    return transferFailure(all).isPresent()
        || first(all, RepositoryOfflineException.class).isPresent();
  }

  private String unknown(Coordinates library) {
    return library.key()
        + " does not exist in "
        + places()
        + ". Are group and artifact spelt right? %mavenRepo name https://… adds a repository";
  }

  private String missing(Artifact artifact) {
    var wanted =
        new Coordinates(
            artifact.getGroupId(),
            artifact.getArtifactId(),
            artifact.getExtension(),
            artifact.getClassifier(),
            artifact.getBaseVersion());
    List<Version> versions = resolver.versions(session, wanted, repositories);
    if (versions.isEmpty()) {
      return unknown(wanted);
    }
    List<String> known = versions.stream().map(Version::toString).toList();
    if (known.contains(wanted.version())) {
      String file =
          artifact.getClassifier().isEmpty()
              ? artifact.getExtension()
              : artifact.getClassifier() + " " + artifact.getExtension();
      return wanted.key()
          + ":"
          + wanted.version()
          + " exists in "
          + places()
          + ", but not its "
          + file
          + " file";
    }
    return wanted + " does not exist in " + places() + ". " + nearest(wanted.version(), versions);
  }

  private static String nearest(String wanted, List<Version> versions) {
    return "Nearest versions: "
        + String.join(", ", Versions.around(wanted, versions))
        + "; newest release: "
        + Versions.newestRelease(versions);
  }

  /** Who needs it, when it is not what the user asked for, and how to do without. */
  private static String neededBy(List<Throwable> all, Artifact artifact) {
    List<DependencyNode> path =
        first(all, DependencyResolutionException.class)
            .map(e -> NeededPath.to(artifact, e.getResult().getRoot()))
            .orElse(List.of());
    return path.isEmpty()
        ? ""
        : ". It is needed by "
            + path.stream().map(n -> name(n.getArtifact())).collect(Collectors.joining(", for "))
            + "; without it: --exclude "
            + artifact.getGroupId()
            + ":"
            + artifact.getArtifactId();
  }

  private String noneInRange(VersionRangeResolutionException e) {
    Artifact artifact = e.getResult().getRequest().getArtifact();
    var library =
        new Coordinates(
            artifact.getGroupId(), artifact.getArtifactId(), "jar", "", artifact.getVersion());
    List<Version> versions = resolver.versions(session, library, repositories);
    return versions.isEmpty()
        ? unknown(library)
        : "no version of "
            + library.key()
            + " lies in "
            + library.version()
            + ". There are "
            + versions.get(0)
            + " to "
            + versions.get(versions.size() - 1)
            + ", newest release "
            + Versions.newestRelease(versions);
  }

  private static String damaged(List<Throwable> all) {
    String what =
        first(all, ArtifactTransferException.class)
            .map(e -> e.getArtifact().toString())
            .orElse("a file");
    ChecksumFailureException sum = first(all, ChecksumFailureException.class).orElseThrow();
    return "the checksum of "
        + what
        + " differs (expected "
        + sum.getExpected()
        + ", got "
        + sum.getActual()
        + "): it was damaged or changed on the way and is not used. Try again; if it"
        + " stays so, the repository or a proxy is at fault";
  }

  private String offline(List<Throwable> all) {
    String what =
        first(all, ArtifactTransferException.class)
            .map(e -> Unresolved.name(e.getArtifact()))
            .orElse("a library");
    return what
        + " is not in the local repository "
        + resolver.localRepository()
        + ", and no repository may be asked (--offline, or <offline> in Maven's settings)";
  }

  private Optional<String> transfer(List<Throwable> all) {
    return transferFailure(all)
        .map(
            e -> {
              RemoteRepository asked =
                  e instanceof ArtifactTransferException artifact
                      ? artifact.getRepository()
                      : ((MetadataTransferException) e).getRepository();
              String where = asked == null ? places() : place(asked);
              return network(where, e, all);
            });
  }

  private String network(String where, Throwable e, List<Throwable> all) {
    String message = String.valueOf(deepest(all).getMessage());
    if (message.contains("401") || message.contains("403") || message.contains("407")) {
      return where
          + " refuses access ("
          + message
          + "). User and password go under <servers> in"
          + " Maven's settings.xml, with the repository's name as <id>";
    }
    if (message.contains("locked repository")
        || String.valueOf(e.getMessage()).contains("locked")) {
      return where
          + " is blocked by Maven's settings: plain http is not safe. Use its https address";
    }
    String reason = deepest(all).getClass().getSimpleName() + ": " + message;
    return where
        + " could not be reached ("
        + reason
        + "), and what is asked for is not in the local"
        + " repository "
        + resolver.localRepository()
        + ". With a network fetched once, it stays"
        + " there. Mirrors and proxies are read from Maven's settings.xml";
  }

  private static String badPom(ArtifactDescriptorException e, List<Throwable> all) {
    String what =
        e.getResult() == null
            ? "the POM"
            : "the POM of " + name(e.getResult().getRequest().getArtifact());
    return what + " cannot be used: " + deepest(all).getMessage();
  }

  private static String name(Artifact artifact) {
    return artifact.getGroupId() + ":" + artifact.getArtifactId() + ":" + artifact.getVersion();
  }

  private String places() {
    return resolver.asUsed(session, repositories).stream()
        .map(Unresolved::place)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String place(RemoteRepository repository) {
    return repository.getId() + " (" + repository.getUrl() + ")";
  }

  private static Optional<Throwable> transferFailure(List<Throwable> all) {
    return all.stream()
        .filter(
            e ->
                (e instanceof ArtifactTransferException
                        && !(e instanceof ArtifactNotFoundException))
                    || (e instanceof MetadataTransferException
                        && !(e instanceof MetadataNotFoundException)))
        .findFirst();
  }

  private static Throwable deepest(List<Throwable> all) {
    return all.stream()
        .filter(e -> e instanceof IOException)
        .reduce((a, b) -> b)
        .orElse(all.get(all.size() - 1));
  }

  private static <T extends Throwable> Optional<T> first(List<Throwable> all, Class<T> type) {
    return all.stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  /** The failure, its causes and those of every single artifact. */
  private static List<Throwable> causes(Throwable failure) {
    var all = new ArrayList<Throwable>();
    collect(failure, all, Collections.newSetFromMap(new IdentityHashMap<>()));
    return all;
  }

  private static void collect(
      @org.jspecify.annotations.Nullable Throwable e, List<Throwable> all, Set<Throwable> seen) {
    if (e == null || !seen.add(e)) {
      return;
    }
    all.add(e);
    if (e instanceof ArtifactResolutionException artifacts) {
      artifacts.getResults().stream()
          .filter(result -> !result.isResolved())
          .flatMap(result -> result.getExceptions().stream())
          .forEach(each -> collect(each, all, seen));
    }
    collect(e.getCause(), all, seen);
  }
}
