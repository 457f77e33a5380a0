package org.jacobean.magics.maven;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.aether.artifact.Artifact;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.tensor.blas.NativeSource;
import org.jspecify.annotations.Nullable;

/**
 * OpenBLAS for this platform from Maven repositories, fetched when the first matrix product asks
 * for it and in the local repository from then on.
 */
public final class BlasSource implements NativeSource {
  private static final System.Logger LOG = System.getLogger("org.jacobean.tensor");
  private static final String OPENBLAS = "0.3.30-1.5.12";
  private static final String JAVACPP = "1.5.12";

  @Override
  public @Nullable ClassLoader openBlas() {
    String platform = platform(System.getProperty("os.name"), System.getProperty("os.arch"));
    List<String> wanted =
        List.of(
            "org.bytedeco:openblas:" + OPENBLAS,
            "org.bytedeco:openblas:jar:" + platform + ":" + OPENBLAS,
            "org.bytedeco:javacpp:" + JAVACPP,
            "org.bytedeco:javacpp:jar:" + platform + ":" + JAVACPP);
    try {
      List<URL> jars = new ArrayList<>();
      for (Artifact a : resolved(wanted)) jars.add(a.getFile().toURI().toURL());
      return new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    } catch (MagicException | MalformedURLException e) {
      LOG.log(System.Logger.Level.WARNING, "OpenBLAS could not be fetched: " + e.getMessage());
      return null;
    }
  }

  /** From the local repository if it is there; only else is the network asked. */
  private static List<Artifact> resolved(List<String> wanted) throws MagicException {
    UserSettings settings = UserSettings.read();
    Resolver resolver = new Resolver(settings);
    Repositories repositories = new Repositories(settings.repositories());
    try {
      return resolved(resolver, repositories, wanted, true);
    } catch (MagicException e) {
      LOG.log(System.Logger.Level.INFO, "Fetching OpenBLAS (20 MB, once)");
      return resolved(resolver, repositories, wanted, false);
    }
  }

  private static List<Artifact> resolved(
      Resolver resolver, Repositories repositories, List<String> wanted, boolean offline)
      throws MagicException {
    var manner = new Wishes.Manner(offline, false, false, false);
    var wishes =
        new Wishes("OpenBLAS", wanted, List.of(), List.of(), List.of(), Optional.empty(), manner);
    var resolution =
        new Resolution(resolver, wishes, new Loaded(), new Progress(), repositories.all());
    return resolution.call().artifacts();
  }

  /** As bytedeco's classifiers name it. */
  static String platform(String system, String processor) {
    String s = system.toLowerCase(Locale.ROOT);
    String os = s.startsWith("mac") ? "macosx" : s.startsWith("win") ? "windows" : "linux";
    boolean arm = processor.equals("aarch64") || processor.equals("arm64");
    return os + "-" + (arm ? "arm64" : "x86_64");
  }
}
