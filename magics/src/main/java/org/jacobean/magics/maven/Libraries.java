package org.jacobean.magics.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.Notebook;
import org.jspecify.annotations.Nullable;

/** The libraries of one session: what the Maven magics share. */
final class Libraries {
  private final Loaded loaded = new Loaded();
  private @Nullable Resolver resolver;
  private @Nullable Repositories repositories;

  static Libraries of(MagicCall call) {
    return call.shared().of(Libraries.class, Libraries::new);
  }

  /** Resolves, puts the files on the class path and says what was added. */
  void add(Notebook notebook, Wishes wishes) throws MagicException, InterruptedException {
    prepare();
    var progress = new Progress();
    Resolution.Found found = awaited(notebook, progress, resolution(wishes, progress));
    List<String> conflicts = loaded.conflicts(found.artifacts());
    List<Artifact> fresh = loaded.enter(found.artifacts());
    notebook.addToClasspath(fresh.stream().map(a -> a.getFile().toPath()).toList());
    report(notebook, wishes, found, fresh);
    var notes = new ArrayList<>(found.notes());
    notes.addAll(progress.warnings());
    notes.addAll(conflicts);
    notes.forEach(notebook.err()::println);
  }

  /** Adds a repository for later resolutions. */
  String addRepository(String id, String url) throws MagicException {
    RemoteRepository added = prepare().add(id, url);
    return added.getId() + " (" + added.getUrl() + ")";
  }

  List<String> repositories() throws MagicException {
    return prepare().all().stream().map(r -> r.getId() + " " + r.getUrl()).toList();
  }

  private synchronized Repositories prepare() throws MagicException {
    if (repositories == null) {
      UserSettings settings = UserSettings.read();
      resolver = new Resolver(settings);
      repositories = new Repositories(settings.repositories());
    }
    return repositories;
  }

  private Resolution resolution(Wishes wishes, Progress progress) throws MagicException {
    Repositories all = prepare();
    var asked = new ArrayList<RemoteRepository>();
    for (String name : wishes.from()) {
      asked.add(all.named(name));
    }
    List<RemoteRepository> chosen = asked.isEmpty() ? all.all() : asked;
    return new Resolution(
        java.util.Objects.requireNonNull(resolver), wishes, loaded, progress, chosen);
  }

  private static Resolution.Found awaited(
      Notebook notebook, Progress progress, Resolution resolution)
      throws MagicException, InterruptedException {
    var task = new FutureTask<>(resolution);
    var thread = new Thread(task, "maven");
    thread.setDaemon(true);
    thread.start();
    var line = new ProgressLine(notebook);
    try {
      while (true) {
        try {
          Resolution.Found found = task.get(300, TimeUnit.MILLISECONDS);
          line.end(progress);
          return found;
        } catch (TimeoutException e) {
          line.show(progress);
        }
      }
    } catch (ExecutionException e) {
      line.end(progress);
      throw e.getCause() instanceof MagicException mistake
          ? mistake
          : new MagicException("Maven failed: " + e.getCause(), e.getCause());
    } finally {
      progress.cancel();
    }
  }

  private static void report(
      Notebook notebook, Wishes wishes, Resolution.Found found, List<Artifact> fresh) {
    List<String> roots =
        found.roots().stream()
            .map(a -> a.getGroupId() + ":" + a.getArtifactId() + ":" + a.getBaseVersion())
            .toList();
    if (roots.isEmpty()) {
      notebook.out().println("The POM names no dependency of these scopes; nothing was added.");
    } else if (fresh.isEmpty()) {
      notebook.out().println("Already there: " + String.join(", ", roots));
    } else {
      int jars = fresh.size();
      notebook
          .out()
          .println(
              "Added " + String.join(", ", roots) + " (" + jars + (jars == 1 ? " jar)" : " jars)"));
    }
    if (wishes.manner().verbose()) {
      fresh.forEach(a -> notebook.out().println("  " + a.getFile()));
    }
  }

  /** A line of output that replaces itself. */
  private static final class ProgressLine {
    private final Notebook notebook;
    private final String id = UUID.randomUUID().toString();
    private String shown = "";

    ProgressLine(Notebook notebook) {
      this.notebook = notebook;
    }

    void show(Progress progress) {
      if (progress.started()) {
        show(progress.line());
      }
    }

    void end(Progress progress) {
      if (!shown.isEmpty()) {
        show(progress.summary());
      }
    }

    private void show(String line) {
      if (line.equals(shown)) {
        return;
      }
      var bundle = new DisplayData(line);
      bundle.setDisplayId(id);
      if (shown.isEmpty()) {
        notebook.display(bundle);
      } else {
        notebook.update(bundle);
      }
      shown = line;
    }
  }
}
