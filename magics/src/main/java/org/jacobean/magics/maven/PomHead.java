package org.jacobean.magics.maven;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.jacobean.kernel.extend.MagicException;
import org.jspecify.annotations.Nullable;

/** Reads what a POM calls itself, its parent's values where it has none. */
final class PomHead {
  private PomHead() {}

  static Pom read(String magic, Path file, Set<String> scopes) throws MagicException, IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Model model = new MavenXpp3Reader().read(in, false);
      var parent = model.getParent();
      String group = value(model.getGroupId(), parent == null ? null : parent.getGroupId());
      String version = value(model.getVersion(), parent == null ? null : parent.getVersion());
      return new Pom(file, group, value(model.getArtifactId(), null), version, scopes);
    } catch (XmlPullParserException e) {
      throw new MagicException(magic + ": the POM cannot be read: " + e.getMessage(), e);
    }
  }

  private static String value(@Nullable String own, @Nullable String inherited) {
    return own != null ? own : inherited != null ? inherited : "notebook";
  }
}
