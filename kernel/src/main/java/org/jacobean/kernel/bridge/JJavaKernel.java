package org.jacobean.kernel.bridge;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.magic.MagicParser;
import org.dflib.jjava.jupyter.kernel.magic.MagicTranspiler;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.dflib.jjava.kernel.JavaKernel;
import org.jacobean.kernel.compat.Clearing;
import org.jacobean.kernel.io.CellOutput;
import org.jacobean.kernel.session.Session;
import org.jacobean.kernel.session.Session.Completions;
import org.jacobean.kernel.wire.Log;
import org.jspecify.annotations.Nullable;

/** JJava's kernel class over our session; its transport and handlers stay unused. */
final class JJavaKernel extends JavaKernel implements Clearing {
  private final Parts parts;
  private final KnownRenderer known;

  private JJavaKernel(Parts parts, KnownRenderer known) {
    super(
        "Jacobean",
        "0.1.0",
        language(),
        List.of(),
        new PastCells(parts.history()),
        new RoutedIo(new RoutedEnvironment(parts), StandardCharsets.UTF_8),
        new BridgedComms(parts.comms()),
        known,
        new MagicParser("(?<=(?:^|=))\\s*%", "%%", new MagicTranspiler()),
        new SharedMagics(parts.magics()),
        true,
        new StringStyler.Builder().build());
    this.parts = parts;
    this.known = known;
  }

  static JJavaKernel of(Parts parts, Function<Object, @Nullable DisplayData> others) {
    JJavaKernel kernel = new JJavaKernel(parts, new KnownRenderer());
    kernel.known.forgetDefaults();
    kernel.known.leaveOthersTo(others);
    ((SharedMagics) kernel.getMagicsRegistry()).serve(kernel);
    kernel.installNotebookKernel();
    return kernel;
  }

  private static LanguageInfo language() {
    return new LanguageInfo(
        "java",
        Runtime.version().toString(),
        "text/x-java-source",
        ".jshell",
        "java",
        "text/x-java",
        "script");
  }

  boolean renders(Object value) {
    return known.renders(value);
  }

  /** Each extension once; one that fails is logged and the others still come. */
  synchronized void installExtensionsOf(ClassLoader loader) {
    Iterator<Extension> all = ServiceLoader.load(Extension.class, loader).iterator();
    while (true) {
      try {
        if (!all.hasNext()) {
          return;
        }
        installExtension(all.next());
      } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
        Log.warn("An extension was not installed", e);
      }
    }
  }

  @Override
  protected ClassLoader getClassLoader() {
    return parts.session().get().loader();
  }

  @Override
  public Object evalRaw(String source) {
    return new SessionRun(parts.session().get()).value(source);
  }

  @Override
  public DisplayData inspect(String code, int at, boolean extraDetail) {
    return parts
        .session()
        .get()
        .inspect(code, at, extraDetail ? 1 : 0)
        .map(JJavaKernel::display)
        .orElseGet(DisplayData::new);
  }

  private static DisplayData display(Session.Inspection found) {
    DisplayData data = new DisplayData(found.plain());
    data.putHTML(found.html());
    return data;
  }

  @Override
  public ReplacementOptions complete(String code, int at) {
    Completions found = parts.session().get().complete(code, at);
    List<String> texts = found.items().stream().map(Completions.Item::text).toList();
    return new ReplacementOptions(texts, found.start(), found.end());
  }

  @Override
  public String isComplete(String code) {
    Session.Completeness answer = parts.session().get().completeness(code);
    return switch (answer.status()) {
      case "complete" -> IS_COMPLETE_YES;
      case "invalid" -> IS_COMPLETE_BAD;
      case "incomplete" -> answer.indent();
      default -> IS_COMPLETE_MAYBE;
    };
  }

  @Override
  public void clearOutput(boolean wait) {
    CellOutput output = parts.outputs().current();
    if (output != null) {
      Shown.clear(output, wait);
    }
  }

  @Override
  public void interrupt() {
    parts.session().get().interrupt();
  }
}
