package org.jacobean.magics.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import org.jacobean.magics.RecordingNotebook;
import org.junit.jupiter.api.Test;

class MavenRepositoriesTest extends MavenNotebook {
  @Test
  void aDamagedFileIsNotUsed() throws Exception {
    Files.writeString(server.file("org/test/leaf/1.0/leaf-1.0.jar.sha1"), "0".repeat(40));
    String mistake = notebook.mistake("%maven org.test:leaf:1.0");
    assertTrue(
        mistake.startsWith(
            "%maven: the checksum of org.test:leaf:jar:1.0 differs (expected " + "0".repeat(40)),
        mistake);
    assertTrue(mistake.contains("it was damaged or changed on the way and is not used"), mistake);
    assertEquals("", added());
    assertFalse(Files.exists(folder.resolve("home/.m2/repository/org/test/leaf/1.0/leaf-1.0.jar")));
  }

  @Test
  void aFileWithoutChecksumIsUsedAndThatIsSaid() throws Exception {
    Files.delete(server.file("org/test/leaf/1.0/leaf-1.0.jar.sha1"));
    notebook.line("%maven org.test:leaf:1.0");
    assertEquals("leaf-1.0.jar", added());
    assertEquals(
        "leaf-1.0.jar came without a checksum, so it could not be verified\n",
        notebook.complained());
  }

  @Test
  void noNetworkIsSaidWithTheWayOut() throws Exception {
    server.close();
    String mistake = notebook.mistake("%maven org.test:leaf:1.0");
    assertTrue(mistake.startsWith("%maven: " + place() + " could not be reached ("), mistake);
    assertTrue(
        mistake.endsWith(
            "and what is asked for is not in the local repository "
                + folder.resolve("home/.m2/repository")
                + ". With a network fetched once, it stays there. Mirrors and proxies are read from"
                + " Maven's settings.xml"),
        mistake);
  }

  @Test
  void theRepositoryThatCannotBeReachedIsTheOneNamed() throws Exception {
    notebook.line("%mavenRepo dead http://localhost:1/");
    String mistake = notebook.mistake("%maven org.test:nowhere:1.0");
    assertTrue(
        mistake.startsWith("%maven: dead (http://localhost:1/) could not be reached ("), mistake);
  }

  @Test
  void offlineAsksNobodyAndSaysWhatIsMissing() throws Exception {
    String mistake = notebook.mistake("%maven --offline org.test:leaf:1.0");
    assertEquals(
        "%maven: org.test:leaf:1.0 is not in the local repository "
            + folder.resolve("home/.m2/repository")
            + ", and no repository may be asked (--offline, or <offline> in Maven's settings)",
        mistake);
    assertTrue(server.requests.isEmpty());
  }

  @Test
  void aPasswordComesFromTheSettings() throws Exception {
    server.password = "secret";
    String mistake = notebook.mistake("%maven org.test:leaf:1.0");
    assertTrue(
        mistake.startsWith("%maven: " + place() + " refuses access (")
            && mistake.contains("User and password go under <servers>"),
        mistake);
    settings(
        "<servers><server><id>test</id><username>user</username><password>secret</password></server></servers>");
    var later = new RecordingNotebook(folder);
    later.line("%maven org.test:leaf:1.0");
    assertEquals(1, later.added.size());
  }

  @Test
  void settingsNameTheLocalRepositoryAndMoreRepositories() throws Exception {
    settings(
        "<localRepository>"
            + folder.resolve("elsewhere")
            + "</localRepository><profiles><profile><id>mine</id><repositories><repository><id>extra</id><url>file://"
            + folder.resolve("served")
            + "</url></repository></repositories></profile></profiles><activeProfiles><activeProfile>mine</activeProfile></activeProfiles>");
    notebook.line("%maven org.test:leaf:1.0");
    assertTrue(notebook.added.get(0).startsWith(folder.resolve("elsewhere")));
    notebook.line("%mavenRepo");
    assertTrue(notebook.printed().contains("extra file://" + folder.resolve("served")));
  }

  @Test
  void brokenSettingsAreNamed() throws Exception {
    Files.writeString(folder.resolve("home/.m2/settings.xml"), "<settings><nonsense");
    String mistake = notebook.mistake("%maven org.test:leaf:1.0");
    assertTrue(
        mistake.startsWith("Maven's settings cannot be read, ")
            && mistake.contains(folder.resolve("home/.m2/settings.xml").toString())
            && mistake.endsWith("Mend the file and try again"),
        mistake);
  }

  @Test
  void aRepositoryIsAddedByNameAndAddress() throws Exception {
    try (var other = new RepositoryServer(folder.resolve("other"))) {
      other.publish("org.other:thing:1.0");
      notebook.line("%mavenRepo mine " + other.url());
      assertEquals("Added repository mine (" + other.url() + ")\n", notebook.printed());
      notebook.line("%maven org.other:thing:1.0");
      assertEquals("thing-1.0.jar", added());
    }
  }

  @Test
  void fromAsksOnlyThatRepository() throws Exception {
    try (var other = new RepositoryServer(folder.resolve("other"))) {
      other.publish("org.other:thing:1.0");
      notebook.line("%maven org.other:thing:1.0 --from=" + other.url());
      assertEquals("thing-1.0.jar", added());
      assertTrue(server.requests.isEmpty());
    }
    assertEquals(
        "no repository is called nowhere. Known are central; %mavenRepo name https://… adds one",
        notebook.mistake("%maven a:b:1 --from nowhere"));
  }

  @Test
  void addressesThatAreNoneAreExplained() throws Exception {
    assertEquals(
        "ftp://x is not the address of a repository. It starts with https://, http:// or file://",
        notebook.mistake("%addMavenRepo x ftp://x"));
    assertEquals(
        "%mavenRepo: mine is not an address. Write %mavenRepo localhost https://…. %mavenRepo?"
            + " shows help",
        notebook.mistake("%mavenRepo localhost mine"));
    assertEquals(
        "%mavenRepo: mine is not an address. Write %mavenRepo mine https://…. %mavenRepo? shows"
            + " help",
        notebook.mistake("%mavenRepo mine"));
    assertEquals(
        "%mavenRepo: a name and an address are expected. Write %mavenRepo snapshots"
            + " https://example.org/maven/snapshots. %mavenRepo? shows help",
        notebook.mistake("%mavenRepo a b c"));
  }
}
