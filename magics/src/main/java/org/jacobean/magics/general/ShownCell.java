package org.jacobean.magics.general;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.extend.MagicSpec.Form;
import org.jacobean.kernel.magic.Arguments;
import org.jspecify.annotations.Nullable;

/** A cell whose text is shown as some MIME type. */
abstract class ShownCell implements Magic {
  private final String name;
  private final String language;
  private final String mime;
  private final List<String> aliases;
  private final String help;

  ShownCell(String name, String language, String mime, List<String> aliases, String help) {
    this.name = name;
    this.language = language;
    this.mime = mime;
    this.aliases = aliases;
    this.help = help;
  }

  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        name,
        Set.of(Form.CELL),
        "Shows the cell as " + language + ".",
        List.of("%%" + name),
        List.of(),
        help,
        void.class);
  }

  @Override
  public List<String> aliases() {
    return aliases;
  }

  @Override
  public @Nullable Object run(MagicCall call) throws MagicException {
    Arguments.anywhere(spec(), call).expectNoText();
    String body = Objects.requireNonNull(call.body());
    if (body.isBlank()) {
      throw new MagicException(
          "%%" + name + ": the cell below is empty. Put " + language + " there");
    }
    var bundle = new DisplayData(body);
    bundle.putData(mime, body);
    call.notebook().display(bundle);
    return null;
  }
}
