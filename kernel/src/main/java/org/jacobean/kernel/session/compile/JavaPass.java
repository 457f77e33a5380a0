package org.jacobean.kernel.session.compile;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.tools.javac.api.JavacTaskImpl;
import com.sun.tools.javac.api.JavacTaskPool;
import com.sun.tools.javac.api.JavacTool;
import com.sun.tools.javac.util.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** The JDK's compiler with its state kept between passes. One pass at a time. */
public final class JavaPass {
  private static final List<String> OPTIONS =
      List.of(
          "-proc:none",
          "-g",
          "-parameters",
          "-implicit:none",
          "-Xlint:none",
          "-XDshould-stop.at=FLOW");

  /**
   * A compiler that is used again keeps a kilobyte of each pass: names, empty entries of classes it
   * was made to forget, dead listeners of import scopes. So now and then it begins anew.
   */
  private static final int PASSES = 2000;

  private final JavacTool tool = JavacTool.create();
  private final List<JarClasses> jars = new ArrayList<>();
  private final List<Path> onDisk = new ArrayList<>();
  private int added;
  private int passes;
  private JavacTaskPool pool = new JavacTaskPool(1);
  private MemoryFiles files;

  /** The jars of this class path are read once: they stay as they are while the kernel runs. */
  public JavaPass(Collection<Path> classpath) {
    for (Path place : classpath) {
      JarClasses jar = JarClasses.at(place);
      if (jar == null) {
        onDisk.add(place);
      } else {
        jars.add(jar);
      }
    }
    files = newFiles();
  }

  /** What a reader does with a task whose units are parsed and attributed. */
  public interface Reading<R> {
    @Nullable R read(JavacTask task, List<CompilationUnitTree> units);
  }

  /**
   * Lets later passes see more libraries, which win over those it began with; the compiler's memory
   * of packages begins anew.
   */
  public synchronized void addToClasspath(Collection<Path> entries) {
    onDisk.addAll(added, entries);
    added += entries.size();
    restart();
  }

  private void restart() {
    close(files);
    passes = 0;
    pool = new JavacTaskPool(1);
    files = newFiles();
  }

  private static void close(MemoryFiles old) {
    try {
      old.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private MemoryFiles newFiles() {
    StandardJavaFileManager disk =
        tool.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
    try {
      disk.setLocationFromPaths(StandardLocation.CLASS_PATH, onDisk);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return new MemoryFiles(disk, jars);
  }

  /** Compiles units that may use the visible session classes. */
  public synchronized CompileResult compile(List<SourceUnit> units, Collection<ClassFile> visible) {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    run(units, visible, found, task -> parsedWell(task, found) && generated(task));
    List<Problem> problems = Problems.of(found);
    if (found.getDiagnostics().stream().anyMatch(JavaPass::remembered)) {
      restart();
    }
    return new CompileResult(problems.isEmpty() ? files.written() : List.of(), problems);
  }

  /** After an error of syntax the later phases would only add to it. */
  private static boolean parsedWell(JavacTask task, DiagnosticCollector<JavaFileObject> found)
      throws IOException {
    task.parse();
    return found.getDiagnostics().stream().noneMatch(JavaPass::isError);
  }

  /** What does not fit a class file is found late, and a reused compiler would say it again. */
  private static boolean remembered(Diagnostic<?> found) {
    return String.valueOf(found.getCode()).startsWith("compiler.err.limit");
  }

  private static boolean generated(JavacTask task) {
    ((JavacTaskImpl) task).generate();
    return true;
  }

  /** Attributes units without making classes; errors do not stop it. */
  public synchronized <R> @Nullable R analyze(
      List<SourceUnit> units, Collection<ClassFile> visible, Reading<R> reading) {
    return run(
        units,
        visible,
        new DiagnosticCollector<>(),
        task -> {
          List<CompilationUnitTree> trees = new ArrayList<>();
          task.parse().forEach(trees::add);
          task.analyze();
          return reading.read(task, trees);
        });
  }

  /** What the parser alone objects to. */
  public synchronized List<Problem> parse(List<SourceUnit> units) {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    run(units, List.of(), found, task -> parsedWell(task, found));
    return Problems.of(found);
  }

  private interface Work<R> {
    @Nullable R with(JavacTask task) throws IOException;
  }

  private <R> @Nullable R run(
      List<SourceUnit> units,
      Collection<ClassFile> visible,
      DiagnosticCollector<JavaFileObject> found,
      Work<R> work) {
    if (units.isEmpty()) {
      return null;
    }
    if (++passes > PASSES) {
      restart();
    }
    Map<String, ClassFile> classes = new TreeMap<>();
    visible.forEach(c -> classes.put(c.name(), c));
    files.begin(classes);
    List<MemoryFiles.Source> sources = units.stream().map(MemoryFiles.Source::new).toList();
    try {
      return pool.getTask(
          null, files, found, OPTIONS, null, sources, task -> cleanly(task, work, found));
    } catch (RuntimeException | AssertionError | StackOverflowError failure) {
      restart();
      found.report(new CompilerFailure(sources.get(0), failure));
      return null;
    }
  }

  private <R> @Nullable R cleanly(
      JavacTask task, Work<R> work, DiagnosticCollector<JavaFileObject> found) {
    Context context = ((JavacTaskImpl) task).getContext(); // gone once a task has generated
    try {
      return work.with(task);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } finally {
      if (!files.written().isEmpty()
          && found.getDiagnostics().stream().noneMatch(JavaPass::isError)) {
        SessionSymbols.forget(context, files.names());
      } else {
        SessionSymbols.forgetAll(context);
      }
    }
  }

  /** Whether a diagnostic stops a cell. */
  static boolean isError(Diagnostic<?> diagnostic) {
    return diagnostic.getKind() == Diagnostic.Kind.ERROR;
  }
}
