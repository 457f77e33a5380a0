package org.jacobean.magics.maven;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.settings.Profile;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsBuilderFactory;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.apache.maven.settings.crypto.DefaultSettingsDecrypter;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.eclipse.aether.repository.RemoteRepository;
import org.jacobean.kernel.extend.MagicException;
import org.jspecify.annotations.Nullable;
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher;
import org.sonatype.plexus.components.sec.dispatcher.DefaultSecDispatcher;

/** What the user's {@code settings.xml} says, and that of the Maven installed here. */
record UserSettings(Settings settings, Path home) {

  static UserSettings read() throws MagicException {
    return read(Path.of(System.getProperty("user.home"), ".m2"), globalFile());
  }

  static UserSettings read(Path home, @Nullable File global) throws MagicException {
    var request = new DefaultSettingsBuildingRequest();
    request.setUserSettingsFile(home.resolve("settings.xml").toFile());
    request.setGlobalSettingsFile(global);
    request.setSystemProperties(properties());
    try {
      var settings =
          new DefaultSettingsBuilderFactory().newInstance().build(request).getEffectiveSettings();
      return new UserSettings(settings, home);
    } catch (SettingsBuildingException e) {
      throw new MagicException(
          "Maven's settings cannot be read, " + e.getMessage() + " Mend the file and try again", e);
    }
  }

  private static Properties properties() {
    var properties = new Properties();
    System.getenv().forEach((name, value) -> properties.setProperty("env." + name, value));
    properties.putAll(System.getProperties());
    return properties;
  }

  private static @Nullable File globalFile() {
    Stream<String> homes = Stream.of("MAVEN_HOME", "M2_HOME").map(System.getenv()::get);
    return Stream.concat(homes.filter(Objects::nonNull).map(Path::of), installed())
        .map(home -> home.resolve("conf/settings.xml"))
        .filter(Files::isReadable)
        .map(Path::toFile)
        .findFirst()
        .orElse(null);
  }

  /** The home of the {@code mvn} on the PATH. */
  private static Stream<Path> installed() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, "mvn"))
        .filter(Files::isExecutable)
        .flatMap(
            mvn -> {
              try {
                return Stream.of(mvn.toRealPath().resolve("../..").normalize());
              } catch (java.io.IOException e) {
                return Stream.of();
              }
            });
  }

  Path localRepository() {
    String property = System.getProperty("maven.repo.local");
    String configured = property != null ? property : settings.getLocalRepository();
    return configured == null || configured.isBlank()
        ? home.resolve("repository")
        : Path.of(configured);
  }

  /** Servers with their passwords in clear. */
  List<Server> servers() {
    var dispatcher =
        new DefaultSecDispatcher(
            new DefaultPlexusCipher(), Map.of(), home.resolve("settings-security.xml").toString());
    return new DefaultSettingsDecrypter(dispatcher)
        .decrypt(new DefaultSettingsDecryptionRequest(settings))
        .getServers();
  }

  /** Repositories of the profiles that are active by name or by default. */
  List<RemoteRepository> repositories() {
    var repositories = new ArrayList<RemoteRepository>();
    for (Profile profile : settings.getProfiles()) {
      if (isActive(profile)) {
        profile
            .getRepositories()
            .forEach(r -> repositories.add(Repositories.remote(r.getId(), r.getUrl())));
      }
    }
    return repositories;
  }

  private boolean isActive(Profile profile) {
    boolean byDefault =
        profile.getActivation() != null
            && profile.getActivation().isActiveByDefault()
            && settings.getActiveProfiles().isEmpty();
    return byDefault || settings.getActiveProfiles().contains(profile.getId());
  }
}
