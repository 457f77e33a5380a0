package org.jacobean.kernel.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jacobean.kernel.session.compile.JavaPass;
import org.jacobean.kernel.session.complete.Analysis;
import org.jacobean.kernel.session.complete.Completer;
import org.jacobean.kernel.session.complete.Finished;
import org.jacobean.kernel.session.complete.Inspector;
import org.jacobean.kernel.session.complete.Offers;
import org.jacobean.kernel.session.complete.Packages;
import org.jacobean.kernel.session.complete.Verdict;
import org.jacobean.kernel.session.javadoc.Javadoc;
import org.jacobean.kernel.session.javadoc.SourceFiles;

/** What answers a reader who types; made when first asked, with a compiler of its own. */
final class Typing {
  private final JavaPass pass;
  private final Packages packages;
  private final Completer completer;
  private final Inspector inspector;
  private final Finished finished;

  Typing(SessionConfig config, Interpreter interpreter, Supplier<List<Path>> added) {
    Supplier<Collection<Path>> all =
        () -> {
          List<Path> now = new ArrayList<>(added.get());
          now.addAll(config.classpath());
          return now;
        };
    pass = new JavaPass(config.classpath());
    pass.addToClasspath(added.get());
    packages = new Packages(all);
    Analysis analysis = new Analysis(pass, interpreter::withScope);
    completer = new Completer(analysis, config.magics()::all, packages);
    inspector = new Inspector(analysis, new Javadoc(new SourceFiles(all)), config.magics()::all);
    finished = new Finished(analysis, interpreter::isMagic);
  }

  void addToClasspath(List<Path> entries) {
    pass.addToClasspath(entries);
    packages.forget();
  }

  Session.Completions complete(String source, int cursor) {
    Offers offers = completer.at(source, cursor);
    List<Session.Completions.Item> items =
        offers.offers().stream()
            .map(o -> new Session.Completions.Item(o.text(), o.type(), o.signature()))
            .toList();
    return new Session.Completions(offers.start(), offers.end(), items);
  }

  Optional<Session.Inspection> inspect(String source, int cursor) {
    return inspector.at(source, cursor).map(d -> new Session.Inspection(d.plain(), d.html()));
  }

  Session.Completeness completeness(String source) {
    Verdict verdict = finished.of(source);
    return new Session.Completeness(verdict.status(), verdict.indent());
  }
}
