package io.github.spencerpark.ijava;

import io.github.spencerpark.ijava.magics.MavenResolver;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.JupyterIO;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.ReplacementOptions;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import java.util.List;
import org.dflib.jjava.kernel.JavaKernel.Paths;
import org.jacobean.kernel.compat.LegacyData;
import org.jacobean.kernel.compat.LegacyIo;
import org.jacobean.kernel.compat.LegacyMagics;
import org.jacobean.kernel.compat.LegacyRenderer;

/** IJava's kernel as notebooks saw it; everything leads to the running kernel. */
public final class JavaKernel extends BaseKernel {
  private final JupyterIO io = new LegacyIo();
  private final Magics magics = new LegacyMagics();
  private final MavenResolver resolver = new MavenResolver();

  JavaKernel() {
    this.renderer = new LegacyRenderer();
  }

  private static org.dflib.jjava.jupyter.kernel.BaseKernel running() {
    return org.dflib.jjava.jupyter.kernel.BaseKernel.notebookKernel();
  }

  public Magics getMagics() {
    return magics;
  }

  public MavenResolver getMavenResolver() {
    return resolver;
  }

  /** Adds a jar or a folder of classes. */
  public void addToClasspath(String path) {
    running().evalRaw(Paths.magic(path));
  }

  public Object evalRaw(String source) throws Exception {
    return running().evalRaw(source);
  }

  @Override
  public DisplayData eval(String source) throws Exception {
    var result = running().eval(source);
    return result == null ? null : LegacyData.toIJava(result);
  }

  @Override
  public JupyterIO getIO() {
    return io;
  }

  @Override
  public void display(DisplayData data) {
    running().display(LegacyData.toJJava(data));
  }

  @Override
  public LanguageInfo getLanguageInfo() {
    return new LanguageInfo.Builder("Java")
        .version(Runtime.version().toString())
        .mimetype("text/x-java-source")
        .fileExtension(".jshell")
        .pygments("java")
        .codemirror("java")
        .build();
  }

  @Override
  public String getBanner() {
    return running().getBanner();
  }

  @Override
  public DisplayData inspect(String code, int at, boolean detail) {
    var found = running().inspect(code, at, detail);
    return found == null ? null : LegacyData.toIJava(found);
  }

  @Override
  public ReplacementOptions complete(String code, int at) {
    var found = running().complete(code, at);
    return found == null
        ? null
        : new ReplacementOptions(
            found.getReplacements(), found.getSourceStart(), found.getSourceEnd());
  }

  @Override
  public String isComplete(String code) {
    return running().isComplete(code);
  }

  @Override
  public void interrupt() {
    running().interrupt();
  }

  @Override
  public List<String> formatError(Exception e) {
    return running().formatError(e);
  }
}
