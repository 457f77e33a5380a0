package org.jacobean.magics.maven;

import static org.jacobean.magics.maven.RepositoryServer.dependency;
import static org.jacobean.magics.maven.RepositoryServer.needs;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class LoadFromPomTest extends MavenNotebook {
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
