package org.jacobean.magics.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.jacobean.magics.RecordingNotebook;
import org.junit.jupiter.api.Test;

class MavenDownloadsTest extends MavenNotebook {
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
}
