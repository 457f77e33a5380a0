package org.dflib.jjava.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.HelpLink;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.history.HistoryManager;
import org.dflib.jjava.jupyter.kernel.magic.MagicParser;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;

/** What notebooks and magics written for JJava call on its kernel beside {@code BaseKernel}. */
public abstract class JavaKernel extends BaseKernel {
  /** Paths as the magic that adds them takes them. */
  public static final class Paths {
    private Paths() {}

    /** {@code %classpath} with each of the paths, which a separator may join. */
    public static String magic(String paths) {
      return Arrays.stream(paths.split(Pattern.quote(java.io.File.pathSeparator)))
          .filter(path -> !path.isBlank())
          .map(path -> "\"" + path.strip() + "\"")
          .collect(Collectors.joining(" ", "%classpath ", ""));
    }
  }

  protected JavaKernel(
      String name,
      String version,
      LanguageInfo language,
      List<HelpLink> links,
      HistoryManager history,
      JupyterIO io,
      CommManager comms,
      Renderer renderer,
      MagicParser parser,
      MagicsRegistry magics,
      boolean extensions,
      StringStyler styler) {
    super(
        name,
        version,
        language,
        links,
        history,
        io,
        comms,
        renderer,
        parser,
        magics,
        extensions,
        styler);
  }

  /** Adds jars and folders of classes, several joined as in a class path. */
  public void addToClasspath(String paths) {
    evalRaw(Paths.magic(paths));
  }
}
