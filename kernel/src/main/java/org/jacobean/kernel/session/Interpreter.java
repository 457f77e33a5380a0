package org.jacobean.kernel.session;

import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jacobean.kernel.session.compile.ClassFile;
import org.jacobean.kernel.session.compile.JavaPass;
import org.jacobean.kernel.session.load.Placement;
import org.jacobean.kernel.session.load.SessionLoader;
import org.jacobean.kernel.session.load.SnippetLoader;
import org.jacobean.kernel.session.read.CellText;
import org.jacobean.kernel.session.read.MagicText;
import org.jacobean.kernel.session.read.Snippet;
import org.jacobean.kernel.session.read.SnippetReader;
import org.jacobean.kernel.session.read.UnreadableCell;
import org.jacobean.kernel.session.run.CellThreads;
import org.jacobean.kernel.session.scope.CellCompiler;
import org.jacobean.kernel.session.scope.CompilationFailed;
import org.jacobean.kernel.session.scope.CompiledCell;
import org.jacobean.kernel.session.scope.Holder;
import org.jacobean.kernel.session.scope.Scope;
import org.jspecify.annotations.Nullable;

/** The way of one cell: read, compile, load, run; part by part where a magic stands between. */
final class Interpreter {
  /** What the last part gave. */
  record Value(@Nullable Object value, boolean shown) {
    static final Value NOTHING = new Value(null, false);
  }

  private final SessionConfig config;
  private final JavaPass pass;
  private final MagicJava magicJava;
  private final SessionLoader loader;
  private final Object lock = new Object();
  private Scope scope;
  private Placement placement;
  private @Nullable CellThreads threads;

  Interpreter(SessionConfig config) {
    this.config = config;
    this.pass = new JavaPass(config.classpath());
    this.magicJava = new MagicJava(config.magics());
    this.loader = new SessionLoader(config.parent(), new Port(config));
    this.scope = newScope();
    this.placement = new Placement(loader);
  }

  private Scope newScope() {
    return Scope.with(config.imports());
  }

  void shieldBy(CellThreads cellThreads) {
    threads = cellThreads;
  }

  SessionLoader loader() {
    return loader;
  }

  SessionNames names() {
    synchronized (lock) {
      return new SessionNames(scope, loader);
    }
  }

  /** Reads the scope while no cell changes it. */
  <R> R withScope(Function<Scope, R> reading) {
    synchronized (lock) {
      return reading.apply(scope);
    }
  }

  boolean isMagic(String name) {
    return config.magics().find(name).isPresent();
  }

  Value run(String label, String source) throws Throwable {
    CellText cell = CellText.of(label, source, this::isMagic);
    Value last = Value.NOTHING;
    for (List<Snippet> part : parts(SnippetReader.read(cell))) {
      last = part.get(0) instanceof Snippet.MagicLine line ? magic(line.magic()) : java(cell, part);
    }
    return last;
  }

  /** A magic is a part of its own, and a name declared twice begins a new one. */
  private static List<List<Snippet>> parts(List<Snippet> snippets) {
    List<List<Snippet>> parts = new ArrayList<>();
    Set<String> names = new HashSet<>();
    boolean open = false;
    for (Snippet snippet : snippets) {
      boolean magic = snippet instanceof Snippet.MagicLine;
      Set<String> given = Scope.keysOf(snippet);
      if (!open || magic || given.stream().anyMatch(names::contains)) {
        parts.add(new ArrayList<>());
        names.clear();
      }
      names.addAll(given);
      parts.get(parts.size() - 1).add(snippet);
      open = !magic;
    }
    return parts;
  }

  private Value magic(MagicText magic) throws Exception {
    Object value = config.magics().run(magic.name(), magic.line(), magic.body());
    return new Value(value, value != null && !magic.line().endsWith(";"));
  }

  private Value java(CellText cell, List<Snippet> part)
      throws Throwable, UnreadableCell, CompilationFailed {
    CompiledCell compiled = shielded(() -> compile(cell, part));
    Notices.of(compiled).forEach(System.err::println);
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedException("interrupted before it ran");
    }
    Object value = null;
    for (String run : compiled.runs()) {
      value = invoke("REPL." + compiled.codeClass(), run);
    }
    return new Value(value, compiled.shown());
  }

  private CompiledCell shielded(CellThreads.Body<CompiledCell, CompilationFailed> body)
      throws CompilationFailed {
    return threads == null ? body.call() : threads.shielded(body);
  }

  private CompiledCell compile(CellText cell, List<Snippet> part) throws CompilationFailed {
    synchronized (lock) {
      CompiledCell compiled = new CellCompiler(pass, scope, magicJava::call).compile(cell, part);
      List<Holder> holders = compiled.holders();
      List<SnippetLoader> loaders =
          placement.place(holders.stream().map(Interpreter::wrapper).toList());
      for (int i = 0; i < holders.size(); i++) {
        holders.get(i).anchor().set(loaders.get(i));
      }
      return compiled;
    }
  }

  private static Placement.Wrapper wrapper(Holder holder) {
    Map<String, byte[]> classes = new HashMap<>();
    holder.files().forEach((ClassFile f) -> classes.put(f.name(), f.bytes()));
    Set<String> referred =
        holder.references().classes().stream()
            .map(name -> name.replace('/', '.'))
            .collect(Collectors.toSet());
    return new Placement.Wrapper(
        classes,
        holder.cell().source(),
        holder.declaresTypes(),
        referred,
        holder.references().links());
  }

  private @Nullable Object invoke(String className, String method) throws Throwable {
    try {
      return loader.sessionClass(className).getMethod(method).invoke(null);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause() == null ? thrown : thrown.getCause();
    }
  }

  void addToClasspath(List<Path> entries) throws MalformedURLException {
    for (Path entry : entries) {
      loader.add(entry);
    }
    pass.addToClasspath(entries);
  }

  void reset() {
    synchronized (lock) {
      scope = newScope();
      placement = new Placement(loader);
      loader.sweep();
    }
  }
}
