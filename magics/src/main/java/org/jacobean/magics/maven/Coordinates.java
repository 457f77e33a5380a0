package org.jacobean.magics.maven;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.jacobean.kernel.extend.MagicException;

/**
 * {@code group:artifact[:packaging[:classifier]]:version}, also without a version.
 *
 * @param version empty to take a BOM's, else the newest release
 */
record Coordinates(
    String group, String artifact, String packaging, String classifier, String version) {
  /** What IJava took from Ivy: {@code group#artifact;version}. */
  private static final Pattern IVY = Pattern.compile("([^#;\\s]+)#([^#;\\s]+);(\\S+)");

  private static final Pattern XML_OR_GRADLE =
      Pattern.compile("(?i)<.*|(implementation|api|compile|runtimeOnly)\\b.*");

  static Coordinates parse(String magic, String typed) throws MagicException {
    Matcher ivy = IVY.matcher(typed);
    if (ivy.matches()) {
      return new Coordinates(ivy.group(1), ivy.group(2), "jar", "", ivy.group(3));
    }
    List<String> parts = Arrays.asList(typed.split(":", -1));
    boolean blank =
        parts.size() < 2
            || parts.size() > 5
            || parts.get(0).isBlank()
            || parts.get(1).isBlank()
            || (parts.size() > 2 && parts.get(parts.size() - 1).isBlank());
    if (blank || XML_OR_GRADLE.matcher(typed).matches()) {
      throw new MagicException(
          magic
              + ": "
              + typed
              + " are not coordinates. Write group:artifact:version, such as"
              + " org.apache.commons:commons-math3:3.6.1; lines of a POM go below %%loadFromPOM");
    }
    return of(parts);
  }

  private static Coordinates of(List<String> parts) {
    String version = parts.size() == 2 ? "" : parts.get(parts.size() - 1);
    String packaging = parts.size() > 3 && !parts.get(2).isBlank() ? parts.get(2) : "jar";
    String classifier = parts.size() == 5 ? parts.get(3) : "";
    return new Coordinates(parts.get(0), parts.get(1), packaging, classifier, version);
  }

  String key() {
    return group + ":" + artifact;
  }

  boolean hasVersion() {
    return !version.isEmpty();
  }

  Coordinates withVersion(String chosen) {
    return new Coordinates(group, artifact, packaging, classifier, chosen);
  }

  Artifact toArtifact() {
    return new DefaultArtifact(group, artifact, classifier, packaging, version);
  }

  @Override
  public String toString() {
    String middle = packaging.equals("jar") && classifier.isEmpty() ? "" : ":" + packaging;
    return key()
        + middle
        + (classifier.isEmpty() ? "" : ":" + classifier)
        + (hasVersion() ? ":" + version : "");
  }
}
