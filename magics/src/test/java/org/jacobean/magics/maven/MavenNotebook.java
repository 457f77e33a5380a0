package org.jacobean.magics.maven;

import static org.jacobean.magics.maven.RepositoryServer.needs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jacobean.magics.RecordingNotebook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A notebook with a Maven home and a repository of its own. */
abstract class MavenNotebook {
  @TempDir Path folder;
  private final String realHome = System.getProperty("user.home");
  RepositoryServer server;
  RecordingNotebook notebook;

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

  final void settings(String more) throws Exception {
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

  final String added() {
    return notebook.added.stream()
        .map(path -> path.getFileName().toString())
        .collect(Collectors.joining(" "));
  }

  final String place() {
    return "test (" + server.url() + ")";
  }
}
