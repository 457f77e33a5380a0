package org.jacobean.magics.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.apache.maven.settings.Mirror;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.AuthenticationSelector;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.MirrorSelector;
import org.eclipse.aether.repository.NoLocalRepositoryManagerException;
import org.eclipse.aether.repository.ProxySelector;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.resolution.ArtifactDescriptorPolicy;
import org.eclipse.aether.resolution.ArtifactDescriptorPolicyRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.eclipse.aether.util.repository.DefaultMirrorSelector;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.eclipse.aether.util.repository.JreProxySelector;
import org.eclipse.aether.version.Version;

/** Maven's resolver, set up as the user's own Maven would be. */
final class Resolver {
  private final RepositorySystem system;
  private final UserSettings settings;
  private final MirrorSelector mirrors;
  private final ProxySelector proxies;
  private final AuthenticationSelector authentication;

  Resolver(UserSettings settings) {
    this.system = new RepositorySystemSupplier().get();
    this.settings = settings;
    this.mirrors = mirrors(settings);
    this.proxies = proxies(settings);
    this.authentication = authentication(settings);
  }

  private static MirrorSelector mirrors(UserSettings settings) {
    var selector = new DefaultMirrorSelector();
    for (Mirror mirror : settings.settings().getMirrors()) {
      selector.add(
          mirror.getId(),
          mirror.getUrl(),
          mirror.getLayout(),
          false,
          mirror.isBlocked(),
          mirror.getMirrorOf(),
          mirror.getMirrorOfLayouts());
    }
    return selector;
  }

  private static ProxySelector proxies(UserSettings settings) {
    List<Proxy> active = settings.settings().getProxies().stream().filter(Proxy::isActive).toList();
    if (active.isEmpty()) {
      return new JreProxySelector();
    }
    var selector = new DefaultProxySelector();
    for (Proxy proxy : active) {
      var user =
          new AuthenticationBuilder()
              .addUsername(proxy.getUsername())
              .addPassword(proxy.getPassword());
      selector.add(
          new org.eclipse.aether.repository.Proxy(
              proxy.getProtocol(), proxy.getHost(), proxy.getPort(), user.build()),
          proxy.getNonProxyHosts());
    }
    return selector;
  }

  private static AuthenticationSelector authentication(UserSettings settings) {
    var selector = new DefaultAuthenticationSelector();
    for (Server server : settings.servers()) {
      selector.add(
          server.getId(),
          new AuthenticationBuilder()
              .addUsername(server.getUsername())
              .addPassword(server.getPassword())
              .addPrivateKey(server.getPrivateKey(), server.getPassphrase())
              .build());
    }
    return selector;
  }

  /** A session as Maven makes one; {@code trusting} takes what is cached wherever it came from. */
  RepositorySystemSession session(Progress progress, Wishes wishes, boolean trusting) {
    DefaultRepositorySystemSession session = MavenRepositorySystemUtils.newSession();
    session.setMirrorSelector(mirrors);
    session.setProxySelector(proxies);
    session.setAuthenticationSelector(authentication);
    session.setOffline(trusting || wishes.manner().offline() || settings.settings().isOffline());
    session.setTransferListener(progress);
    session.setSystemProperties(System.getProperties());
    session.setConfigProperty("aether.connector.userAgent", "Jacobean");
    session.setConfigProperty("aether.connector.connectTimeout", 10_000);
    if (wishes.manner().update()) {
      session.setUpdatePolicy(RepositoryPolicy.UPDATE_POLICY_ALWAYS);
    }
    session.setArtifactDescriptorPolicy(Resolver::descriptorPolicy);
    wishes.pom().ifPresent(pom -> session.setWorkspaceReader(new PomWorkspace(pom)));
    var local = new LocalRepository(settings.localRepository().toFile(), trusting ? "simple" : "");
    session.setLocalRepositoryManager(localManager(session, local));
    return session;
  }

  /** A library's own POM may be poor and its jar still good; one the user names must be right. */
  private static int descriptorPolicy(
      RepositorySystemSession session, ArtifactDescriptorPolicyRequest request) {
    return request.getArtifact().getExtension().equals("pom")
        ? ArtifactDescriptorPolicy.STRICT
        : ArtifactDescriptorPolicy.IGNORE_ERRORS;
  }

  private org.eclipse.aether.repository.LocalRepositoryManager localManager(
      DefaultRepositorySystemSession session, LocalRepository local) {
    try {
      var manager = new org.eclipse.aether.internal.impl.SimpleLocalRepositoryManagerFactory();
      return local.getContentType().equals("simple")
          ? manager.newInstance(session, local)
          : system.newLocalRepositoryManager(session, local);
    } catch (NoLocalRepositoryManagerException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The artifacts the dependencies need at run time, themselves included. */
  List<Artifact> resolve(
      RepositorySystemSession session,
      List<Dependency> dependencies,
      List<Dependency> managed,
      List<RemoteRepository> repositories)
      throws RepositoryException {
    var collect = new CollectRequest(dependencies, managed, prepared(session, repositories));
    return system
        .resolveDependencies(session, new DependencyRequest(collect, null))
        .getArtifactResults()
        .stream()
        .map(ArtifactResult::getArtifact)
        .toList();
  }

  /** What a POM says of its dependencies, its parents and imports followed. */
  ArtifactDescriptorResult describe(
      RepositorySystemSession session, Artifact pom, List<RemoteRepository> repositories)
      throws RepositoryException {
    var request = new ArtifactDescriptorRequest(pom, prepared(session, repositories), "");
    return system.readArtifactDescriptor(session, request);
  }

  /** All versions the repositories know of, the oldest first. */
  List<Version> versions(
      RepositorySystemSession session, Coordinates of, List<RemoteRepository> repositories) {
    Artifact any = new DefaultArtifact(of.group(), of.artifact(), "jar", "[0,)");
    var request = new VersionRangeRequest(any, prepared(session, repositories), "");
    try {
      return new ArrayList<>(system.resolveVersionRange(session, request).getVersions());
    } catch (RepositoryException e) {
      return List.of();
    }
  }

  /** A file that may be missing, such as sources. */
  Optional<Artifact> fetch(
      RepositorySystemSession session, Artifact artifact, List<RemoteRepository> repositories) {
    try {
      var request = new ArtifactRequest(artifact, prepared(session, repositories), "");
      return Optional.of(system.resolveArtifact(session, request).getArtifact());
    } catch (RepositoryException e) {
      return Optional.empty();
    }
  }

  /** With mirrors, proxies and passwords as the settings say. */
  private List<RemoteRepository> prepared(
      RepositorySystemSession session, List<RemoteRepository> repositories) {
    return system.newResolutionRepositories(session, repositories);
  }

  List<RemoteRepository> asUsed(
      RepositorySystemSession session, List<RemoteRepository> repositories) {
    return prepared(session, repositories);
  }

  java.nio.file.Path localRepository() {
    return settings.localRepository();
  }
}
