package org.jacobean.magics.maven;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.jacobean.kernel.extend.MagicException;

/** The repositories of one session: Maven Central, those of the settings, those added. */
final class Repositories {
  private static final RemoteRepository CENTRAL =
      new RemoteRepository.Builder("central", "default", "https://repo.maven.apache.org/maven2")
          .setReleasePolicy(policy(true, RepositoryPolicy.UPDATE_POLICY_DAILY))
          .setSnapshotPolicy(policy(false, RepositoryPolicy.UPDATE_POLICY_DAILY))
          .build();

  private final Map<String, RemoteRepository> byId = new LinkedHashMap<>();

  Repositories(List<RemoteRepository> fromSettings) {
    byId.put(CENTRAL.getId(), CENTRAL);
    fromSettings.forEach(repository -> byId.put(repository.getId(), repository));
  }

  static RemoteRepository remote(String id, String url) {
    return new RemoteRepository.Builder(id, "default", url)
        .setPolicy(policy(true, RepositoryPolicy.UPDATE_POLICY_DAILY))
        .build();
  }

  /** Checksums that are missing are told and let pass, those that differ never: see Progress. */
  private static RepositoryPolicy policy(boolean enabled, String update) {
    return new RepositoryPolicy(enabled, update, RepositoryPolicy.CHECKSUM_POLICY_WARN);
  }

  List<RemoteRepository> all() {
    return List.copyOf(byId.values());
  }

  /** Adds one, replacing the one of the same name. */
  RemoteRepository add(String id, String url) throws MagicException {
    RemoteRepository repository = remote(id, checked(url));
    byId.put(id, repository);
    return repository;
  }

  /** A repository by its name or address, for one resolution. */
  RemoteRepository named(String nameOrUrl) throws MagicException {
    RemoteRepository known = byId.get(nameOrUrl);
    if (known != null) {
      return known;
    }
    if (!nameOrUrl.contains(":")) {
      throw new MagicException(
          "no repository is called "
              + nameOrUrl
              + ". Known are "
              + String.join(", ", byId.keySet())
              + "; %mavenRepo name https://… adds one");
    }
    return remote(nameFor(nameOrUrl), checked(nameOrUrl));
  }

  List<RemoteRepository> with(List<RemoteRepository> more) {
    var merged = new ArrayList<>(all());
    merged.addAll(more);
    return merged;
  }

  /** A name made from the address, when the user gives none. */
  static String nameFor(String url) {
    try {
      String host = URI.create(url).getHost();
      return host == null ? "repository-" + Integer.toHexString(url.hashCode()) : host;
    } catch (IllegalArgumentException e) {
      return "repository-" + Integer.toHexString(url.hashCode());
    }
  }

  private static String checked(String url) throws MagicException {
    String scheme =
        url.contains(":") ? url.substring(0, url.indexOf(':')).toLowerCase(Locale.ROOT) : "";
    if (!Set.of("http", "https", "file").contains(scheme) || url.contains(" ")) {
      throw new MagicException(
          url + " is not the address of a repository. It starts with https://, http:// or file://");
    }
    return url;
  }
}
