package org.jacobean.magics.general;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.extend.MagicSpec.Form;
import org.jacobean.kernel.magic.Arguments;
import org.jacobean.kernel.magic.MagicPage;
import org.jacobean.kernel.magic.Nearest;
import org.jspecify.annotations.Nullable;

/** {@code %help}: what a notebook can do, or the page of one magic. */
public final class Help implements Magic {
  private static final String OVERVIEW =
      """
      **Java** Every cell is Java: declarations, statements, expressions. The last expression's \
      value is shown unless a `;` ends the cell. `Tab` completes, `Shift+Tab` documents.

      **Magics** `%name …` works on its line, `%%name …` on the cell below it; \
      `var t = %timeit f()` keeps a magic's value. `%name?` shows the help of one, \
      `%lsmagic` lists them.

      **Libraries** `%maven group:artifact:version` downloads one, `%jars folder/*.jar` adds files.
      """;

  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "help",
        Set.of(Form.LINE),
        "Shows what a notebook can do, or the help of one magic.",
        List.of("%help", "%help timeit", "timeit?", "Math.abs?"),
        List.of(new MagicSpec.Option("--page", "", "Shows it beside the notebook.")),
        "`%timeit?` is short for `%help --page timeit`; a name of your Java with `?` shows its documentation.",
        void.class);
  }

  @Override
  public @Nullable Object run(MagicCall call) throws MagicException {
    var given = Arguments.anywhere(spec(), call);
    DisplayData shown = given.text().isEmpty() ? overview(call) : page(given, call);
    if (given.has("--page")) {
      call.notebook().page(shown);
    } else {
      call.notebook().display(shown);
    }
    return null;
  }

  private static DisplayData overview(MagicCall call) {
    DisplayData table = new MagicTable(call.notebook().magics()).bundle();
    var bundle = new DisplayData(OVERVIEW.replace("**", "").replace("`", "") + "\n" + plain(table));
    bundle.putMarkdown(OVERVIEW + "\n" + markdown(table));
    return bundle;
  }

  private static Object plain(DisplayData table) {
    return table.getData(MIMEType.TEXT_PLAIN);
  }

  private static Object markdown(DisplayData table) {
    return table.getData(MIMEType.TEXT_MARKDOWN);
  }

  private static DisplayData page(Arguments given, MagicCall call) throws MagicException {
    String name = given.onlyWord("name of a magic").replaceFirst("^%+", "");
    List<MagicSpec> magics = call.notebook().magics();
    Optional<MagicSpec> spec = magics.stream().filter(m -> m.name().equals(name)).findAny();
    Optional<DisplayData> found = spec.map(known -> MagicPage.of(known).bundle());
    return found
        .or(() -> call.notebook().documentation(name))
        .orElseThrow(() -> unknown(name, magics));
  }

  private static MagicException unknown(String name, List<MagicSpec> magics) {
    String meant =
        Nearest.to(name, magics.stream().map(MagicSpec::name).toList())
            .map(near -> "Did you mean " + near + "? ")
            .orElse("");
    return new MagicException(
        "%help: no magic is called "
            + name
            + ", nor anything in this notebook's Java. "
            + meant
            + "%lsmagic lists the magics");
  }
}
