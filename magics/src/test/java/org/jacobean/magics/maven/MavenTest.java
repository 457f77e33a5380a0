package org.jacobean.magics.maven;

import static org.jacobean.magics.maven.RepositoryServer.dependency;
import static org.jacobean.magics.maven.RepositoryServer.needs;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.jacobean.magics.RecordingNotebook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenTest {
  @TempDir Path folder;
  private final String realHome = System.getProperty("user.home");
  private RepositoryServer server;
  private RecordingNotebook notebook;

  @BeforeEach
  void open() throws Exception {
    folder = folder.toRealPath();
    server = new RepositoryServer(folder.resolve("served"));
    settings("");
    System.setProperty("user.home", folder.resolve("home").toString());
    notebook = new RecordingNotebook(folder);
    server.publish("org.test:leaf:1.0");
    server.publish("org.test:leaf:1.1");
    server.publish("org.test:leaf:2.0");
    server.publish("org.test:leaf:3.0-beta1");
    server.publish("org.test:middle:1.0", needs("org.test:leaf:1.0"));
    server.publish("org.test:top:1.0", needs("org.test:middle:1.0"));
  }

  @AfterEach
  void close() {
    System.setProperty("user.home", realHome);
    server.close();
  }

  private void settings(String more) throws Exception {
    Path file = folder.resolve("home/.m2/settings.xml");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "<settings><mirrors><mirror><id>test</id><mirrorOf>central</mirrorOf><url>"
            + server.url()
            + "</url></mirror></mirrors>"
            + more
            + "</settings>");
  }

  private String added() {
    return notebook.added.stream()
        .map(path -> path.getFileName().toString())
        .collect(Collectors.joining(" "));
  }

  private String place() {
    return "test (" + server.url() + ")";
  }

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

  @Test
  void snapshotsComeFromAnAddedRepositoryAndAreRefreshedOnRequest() throws Exception {
    try (var other = new RepositoryServer(folder.resolve("other"))) {
      other.publishSnapshot("org.other:new:1.0-SNAPSHOT", 1);
      notebook.line("%mavenRepo mine " + other.url());
      notebook.line("%maven org.other:new:1.0-SNAPSHOT");
      assertEquals("new-1.0-SNAPSHOT.jar", added());
      other.publishSnapshot("org.other:new:1.0-SNAPSHOT", 2);
      for (String line : List.of("%maven", "%maven --update")) {
        var later = new RecordingNotebook(folder);
        later.line("%mavenRepo mine " + other.url());
        later.line(line + " org.other:new:1.0-SNAPSHOT");
        int build = line.equals("%maven") ? 1 : 2;
        assertEquals(build, Files.size(later.added.get(0)), line);
      }
    }
  }

  @Test
  void sourcesAreFetchedBesideTheJarOnRequest() throws Exception {
    server.put("org/test/leaf/1.0/leaf-1.0-sources.jar", new byte[] {1});
    notebook.line("%maven --sources org.test:leaf:1.0 org.test:middle:1.0");
    assertTrue(Files.exists(notebook.added.get(0).resolveSibling("leaf-1.0-sources.jar")));
    assertEquals("org.test:middle:1.0 has no sources\n", notebook.complained());
    assertEquals("leaf-1.0.jar middle-1.0.jar", added());
  }

  @Test
  void verboseNamesEveryJar() throws Exception {
    notebook.line("%maven -v org.test:middle:1.0");
    assertEquals(
        "Added org.test:middle:1.0 (2 jars)\n  "
            + notebook.added.get(0)
            + "\n  "
            + notebook.added.get(1)
            + "\n",
        notebook.printed());
  }

  @Test
  void aSlowDownloadShowsItsProgressInOneLine() throws Exception {
    server.delayMillis = 150;
    notebook.line("%maven org.test:top:1.0");
    assertEquals(1, notebook.shown.size());
    assertTrue(notebook.shown.get(0).hasDisplayId());
    assertTrue(notebook.lastShown(MIMEType.TEXT_PLAIN).toString().startsWith("Downloaded "));
    assertEquals(
        "Downloaded 6 files, 2 kB",
        notebook.updates.get(notebook.updates.size() - 1).getData(MIMEType.TEXT_PLAIN));
  }

  @Test
  void anInterruptEndsTheDownload() throws Exception {
    server.delayMillis = 5_000;
    var failure = new AtomicReference<Throwable>();
    var cell =
        new Thread(
            () -> {
              try {
                notebook.line("%maven org.test:top:1.0");
              } catch (Throwable e) {
                failure.set(e);
              }
            });
    cell.start();
    while (server.requests.isEmpty()) {
      Thread.sleep(10);
    }
    long begin = System.nanoTime();
    cell.interrupt();
    cell.join();
    assertTrue(System.nanoTime() - begin < 200_000_000);
    assertEquals(InterruptedException.class, failure.get().getClass());
    assertEquals("", added());
  }

  @Test
  void aPomThatIsBrokenIsNamed() throws Exception {
    server.publishPom("org.test:broken:1.0", "jar", "<dependencies><dependency/>");
    String mistake = notebook.mistake("%maven org.test:broken:1.0");
    assertTrue(mistake.startsWith("%maven: "), mistake);
    assertTrue(mistake.contains("org.test:broken"), mistake);
  }

  @Test
  void aPomBelowLoadsItsDependenciesAndRepositories() throws Exception {
    try (var other = new RepositoryServer(folder.resolve("other"))) {
      other.publish("org.other:thing:1.0");
      notebook.cell(
          "%%loadFromPOM\n<repository><id>o</id><url>"
              + other.url()
              + "</url></repository>\n\n"
              + dependency("org.other:thing:1.0")
              + dependency("org.test:middle:1.0"));
      assertEquals("thing-1.0.jar middle-1.0.jar leaf-1.0.jar", added());
      assertEquals("Added org.other:thing:1.0, org.test:middle:1.0 (3 jars)\n", notebook.printed());
    }
  }

  @Test
  void fragmentsPropertiesImportsAndExclusionsOfAPomCount() throws Exception {
    server.publishPom(
        "org.test:bom:1.0",
        "pom",
        "<dependencyManagement>" + needs("org.test:leaf:1.1") + "</dependencyManagement>");
    notebook.cell(
        "%%loadFromPOM -v\n<properties><m>1.0</m></properties>"
            + "<dependencyManagement>"
            + needs("org.test:bom:1.0", "<type>pom</type>", "<scope>import</scope>")
            + "</dependencyManagement><dependencies>"
            + dependency("org.test:leaf")
            + dependency(
                "org.test:top:${m}",
                "<exclusions><exclusion><groupId>org.test</groupId><artifactId>middle</artifactId></exclusion></exclusions>")
            + "</dependencies>");
    assertEquals("leaf-1.1.jar top-1.0.jar", added());
  }

  @Test
  void wordsPickTheScopes() throws Exception {
    String cell =
        dependency("org.test:leaf:1.0", "<scope>test</scope>")
            + dependency("org.test:middle:1.0", "<scope>provided</scope>");
    notebook.cell("%%loadFromPOM\n" + cell);
    assertEquals(
        "The POM names no dependency of these scopes; nothing was added.\n", notebook.printed());
    notebook.cell("%%loadFromPOM test\n" + cell);
    assertEquals("leaf-1.0.jar", added());
    assertEquals(
        "%%loadFromPOM: tests is not a scope. Scopes are compile, runtime, provided, test, system,"
            + " import. %%loadFromPOM? shows help",
        notebook.mistake("%%loadFromPOM tests\n" + cell));
  }

  @Test
  void aPomFileWithItsParentLoads() throws Exception {
    server.publishPom(
        "org.test:parent:1.0",
        "pom",
        "<dependencyManagement>" + needs("org.test:leaf:2.0") + "</dependencyManagement>");
    Files.writeString(
        folder.resolve("pom.xml"),
        "<project><modelVersion>4.0.0</modelVersion><parent><groupId>org.test</groupId><artifactId>parent</artifactId><version>1.0</version></parent><artifactId>mine</artifactId>"
            + needs("org.test:leaf")
            + "</project>");
    notebook.line("%loadFromPOM pom.xml");
    assertEquals("leaf-2.0.jar", added());
    assertEquals(
        "%loadFromPOM: there is no file "
            + folder.resolve("no.xml")
            + ". Name a pom.xml, or paste its dependencies below %%loadFromPOM. %loadFromPOM? shows"
            + " help",
        notebook.mistake("%loadFromPOM no.xml"));
  }

  @Test
  void aParentInTheFolderAboveIsFound() throws Exception {
    Files.createDirectories(folder.resolve("child"));
    Files.writeString(
        folder.resolve("pom.xml"),
        "<project><modelVersion>4.0.0</modelVersion><groupId>x</groupId><artifactId>p</artifactId><version>1</version><packaging>pom</packaging><dependencyManagement>"
            + needs("org.test:leaf:1.1")
            + "</dependencyManagement></project>");
    Files.writeString(
        folder.resolve("child/pom.xml"),
        "<project><modelVersion>4.0.0</modelVersion><parent><groupId>x</groupId><artifactId>p</artifactId><version>1</version></parent><artifactId>c</artifactId>"
            + needs("org.test:leaf")
            + "</project>");
    notebook.line("%loadFromPOM child/pom.xml");
    assertEquals("leaf-1.1.jar", added());
  }

  @Test
  void textThatIsNoPomIsExplained() throws Exception {
    assertEquals(
        "%%loadFromPOM: <dependancy> is not a part of a POM that can stand here. Write <dependency>"
            + " elements, <repository> elements, or a whole <project>",
        notebook.mistake("%%loadFromPOM\n<dependancy/>"));
    assertEquals(
        "%%loadFromPOM: \"group:artifact:1\" stands outside of any element. Write <dependency>"
            + " elements, <repository> elements, or a whole <project>; coordinates go after %maven",
        notebook.mistake("%%loadFromPOM\ngroup:artifact:1"));
    String mistake = notebook.mistake("%%loadFromPOM\n<dependency>\n<groupId>x</dependency>");
    assertTrue(mistake.startsWith("%%loadFromPOM: line 2 of the cell is not XML: "), mistake);
    Files.writeString(folder.resolve("private"), "private text");
    String entity =
        notebook.mistake(
            "%%loadFromPOM\n<!DOCTYPE x [<!ENTITY e SYSTEM \"file://"
                + folder.resolve("private")
                + "\">]><name>&e;</name>");
    assertTrue(entity.startsWith("%%loadFromPOM: the cell cannot be read as XML: "), entity);
    assertFalse(entity.contains("private text"), entity);
  }

  @Test
  void aDependencyWithoutVersionIsNamed() throws Exception {
    String mistake = notebook.mistake("%%loadFromPOM\n" + dependency("org.test:leaf"));
    assertTrue(
        mistake.contains("'dependencies.dependency.version' for org.test:leaf:jar is missing"),
        mistake);
  }
}
