package org.jacobean.kernel.magic;

import java.util.stream.Collectors;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.extend.MagicSpec.Form;

/** The help of one magic, made from what it declares; also its page in the documentation. */
public record MagicPage(MagicSpec spec) {
  public static MagicPage of(MagicSpec spec) {
    return new MagicPage(spec);
  }

  /** Both forms at once; a client shows the richest it can. */
  public DisplayData bundle() {
    var bundle = new DisplayData(plain());
    bundle.putMarkdown(markdown());
    return bundle;
  }

  /** {@code %time} or {@code %%html}, {@code %time, %%time} when it is both. */
  public String title() {
    return spec.forms().stream()
        .sorted()
        .map(form -> (form == Form.LINE ? "%" : "%%") + spec.name())
        .collect(Collectors.joining(", "));
  }

  public String markdown() {
    var page = new StringBuilder("# ").append(title()).append("\n\n").append(spec.summary());
    page.append("\n\n```\n").append(String.join("\n", spec.usage())).append("\n```\n");
    if (!spec.options().isEmpty()) {
      page.append("\n| option | |\n| --- | --- |\n");
      spec.options()
          .forEach(
              option ->
                  page.append("| `%s` | %s |\n".formatted(typed(option), cell(option.summary()))));
    }
    if (!spec.help().isBlank()) {
      page.append('\n').append(spec.help().strip()).append('\n');
    }
    return page.toString();
  }

  public String plain() {
    var page = new StringBuilder(title()).append(": ").append(spec.summary()).append("\n\n");
    spec.usage().forEach(line -> page.append("  ").append(line).append('\n'));
    if (!spec.options().isEmpty()) {
      page.append('\n');
      spec.options()
          .forEach(
              option -> page.append("  %-24s %s\n".formatted(typed(option), option.summary())));
    }
    if (!spec.help().isBlank()) {
      page.append('\n').append(spec.help().strip()).append('\n');
    }
    return page.toString();
  }

  private static String typed(MagicSpec.Option option) {
    return (option.word() + " " + option.argument()).strip();
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
