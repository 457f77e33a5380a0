package org.jacobean.magics.maven;

import static org.jacobean.magics.maven.RepositoryServer.needs;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jacobean.magics.RecordingNotebook;
import org.junit.jupiter.api.Test;

class MavenTest extends MavenNotebook {
  @Test
  void aLibraryComesWithAllItNeeds() throws Exception {
    notebook.line("%maven org.test:top:1.0");
    assertEquals("top-1.0.jar middle-1.0.jar leaf-1.0.jar", added());
    assertEquals("Added org.test:top:1.0 (3 jars)\n", notebook.printed());
    assertTrue(notebook.added.get(0).startsWith(folder.resolve("home/.m2/repository/org/test")));
  }

  @Test
  void severalLibrariesAgreeOnVersionsAndOlderNamesWork() throws Exception {
    notebook.line("%addMavenDependencies org.test:top:1.0 org.test:leaf:2.0");
    assertEquals("top-1.0.jar middle-1.0.jar leaf-2.0.jar", added());
  }

  @Test
  void ivyCoordinatesOfIJavaWork() throws Exception {
    notebook.line("%addMavenDependency org.test#leaf;1.0");
    assertEquals("leaf-1.0.jar", added());
  }

  @Test
  void packagingAndClassifierPickTheFile() throws Exception {
    server.put("org/test/leaf/1.0/leaf-1.0-tests.jar", new byte[] {1});
    notebook.line("%maven org.test:leaf:jar:tests:1.0");
    assertEquals("leaf-1.0-tests.jar", added());
    notebook.line("%maven org.test:middle:pom:1.0");
    assertEquals("leaf-1.0-tests.jar leaf-1.0.jar", added());
  }

  @Test
  void whatWasDownloadedNeedsNoNetwork() throws Exception {
    notebook.line("%maven org.test:top:1.0");
    server.close();
    var later = new RecordingNotebook(folder);
    later.line("%maven org.test:top:1.0");
    assertEquals(3, later.added.size());
    assertEquals("", later.complained());
    var offline = new RecordingNotebook(folder);
    offline.line("%maven --offline org.test:top:1.0");
    assertEquals(3, offline.added.size());
  }

  @Test
  void whatAnotherMavenDownloadedNeedsNoNetworkEither() throws Exception {
    notebook.line("%maven org.test:leaf:1.0");
    server.close();
    try (var files = Files.walk(folder.resolve("home/.m2/repository"))) {
      for (Path tracking : files.filter(f -> f.endsWith("_remote.repositories")).toList()) {
        Files.writeString(tracking, "leaf-1.0.jar>elsewhere=\nleaf-1.0.pom>elsewhere=\n");
      }
    }
    var later = new RecordingNotebook(folder);
    later.line("%maven org.test:leaf:1.0");
    assertEquals(1, later.added.size());
    assertEquals(
        "No repository could be reached; the files are those of "
            + folder.resolve("home/.m2/repository")
            + "\n",
        later.complained());
  }

  @Test
  void aVersionThatDoesNotExistIsAnsweredWithThoseThatDo() throws Exception {
    assertEquals(
        "%maven: org.test:leaf:1.5 does not exist in "
            + place()
            + ". Nearest versions: 1.0, 1.1, 2.0, 3.0-beta1; newest release: 2.0",
        notebook.mistake("%maven org.test:leaf:1.5"));
  }

  @Test
  void aLibraryThatDoesNotExistIsAnsweredWithThePlacesSought() throws Exception {
    assertEquals(
        "%maven: org.test:laef does not exist in "
            + place()
            + ". Are group and artifact spelt right? %mavenRepo name https://… adds a repository",
        notebook.mistake("%maven org.test:laef:1.0"));
    assertEquals(
        "%maven: org.test:laef does not exist in "
            + place()
            + ". Are group and artifact spelt right? %mavenRepo name https://… adds a repository",
        notebook.mistake("%maven org.test:laef"));
  }

  @Test
  void whoNeedsWhatIsMissingIsNamedAndHowToDoWithout() throws Exception {
    server.publish("org.test:half:1.0", needs("org.test:leaf:1.7"));
    server.publish("org.test:whole:1.0", needs("org.test:half:1.0"));
    assertEquals(
        "%maven: org.test:leaf:1.7 does not exist in "
            + place()
            + ". Nearest versions: 1.0, 1.1, 2.0, 3.0-beta1; newest release: 2.0. It is needed by"
            + " org.test:half:1.0, for org.test:whole:1.0; without it: --exclude org.test:leaf",
        notebook.mistake("%maven org.test:whole:1.0"));
  }

  @Test
  void aFileThatDoesNotExistIsNotTheVersionsFault() throws Exception {
    assertEquals(
        "%maven: org.test:leaf:1.0 exists in " + place() + ", but not its natives jar file",
        notebook.mistake("%maven org.test:leaf:jar:natives:1.0"));
  }

  @Test
  void withoutAVersionTheNewestReleaseIsTakenAndSaid() throws Exception {
    notebook.line("%maven org.test:leaf");
    assertEquals("leaf-2.0.jar", added());
    assertEquals("No version given: took the newest, org.test:leaf:2.0\n", notebook.complained());
  }

  @Test
  void aRangePicksTheNewestInIt() throws Exception {
    notebook.line("%maven org.test:leaf:[1.0,2.0)");
    assertEquals("leaf-1.1.jar", added());
    assertEquals(
        "%maven: no version of org.test:leaf lies in [7,8). There are 1.0 to 3.0-beta1, newest"
            + " release 2.0",
        notebook.mistake("%maven org.test:leaf:[7,8)"));
  }

  @Test
  void coordinatesThatAreNoneAreExplained() throws Exception {
    for (String typed :
        List.of("leaf", "org.test:", "a:b:c:d:e:f", "org.test:leaf:", "<dependency>")) {
      assertEquals(
          "%maven: "
              + typed
              + " are not coordinates. Write group:artifact:version, such as"
              + " org.apache.commons:commons-math3:3.6.1; lines of a POM go below %%loadFromPOM",
          notebook.mistake("%maven " + typed));
    }
    assertEquals(
        "%maven: coordinates of a library is missing. Write %maven"
            + " org.apache.commons:commons-math3:3.6.1. %maven? shows help",
        notebook.mistake("%maven"));
  }

  @Test
  void exclusionsAreLeftOut() throws Exception {
    notebook.line("%maven org.test:top:1.0 --exclude org.test:leaf");
    assertEquals("top-1.0.jar middle-1.0.jar", added());
    assertEquals(
        "%maven: --exclude leaf names no artifact. Write --exclude group:artifact, * for any",
        notebook.mistake("%maven org.test:top:1.0 --exclude leaf"));
    var other = new RecordingNotebook(folder);
    other.line("%maven org.test:top:1.0 --exclude *:*");
    assertEquals(1, other.added.size());
  }

  @Test
  void aBomGivesVersions() throws Exception {
    server.publishPom(
        "org.test:bom:1.0",
        "pom",
        "<dependencyManagement>" + needs("org.test:leaf:1.1") + "</dependencyManagement>");
    notebook.line("%maven --bom org.test:bom:1.0 org.test:leaf org.test:middle:1.0");
    assertEquals("leaf-1.1.jar middle-1.0.jar", added());
  }

  @Test
  void whatIsThereAlreadyStaysAndTheConflictIsSaid() throws Exception {
    notebook.line("%maven org.test:leaf:1.0");
    notebook.line("%maven org.test:leaf:1.0");
    assertTrue(notebook.printed().endsWith("Already there: org.test:leaf:1.0\n"));
    notebook.line("%maven org.test:leaf:2.0");
    assertEquals("leaf-1.0.jar", added());
    assertEquals(
        "org.test:leaf stays in version 1.0, which this session already has; 2.0 needs a restart of"
            + " the kernel and both libraries in one %maven line\n",
        notebook.complained());
  }

  @Test
  void laterLibrariesFollowTheVersionsThatAreThere() throws Exception {
    notebook.line("%maven org.test:leaf:1.1");
    notebook.line("%maven org.test:top:1.0");
    assertEquals("leaf-1.1.jar top-1.0.jar middle-1.0.jar", added());
    assertEquals("", notebook.complained());
  }
}
