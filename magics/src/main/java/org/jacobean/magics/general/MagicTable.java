package org.jacobean.magics.general;

import java.util.List;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.magic.MagicPage;

/** Magics with their summaries, as a table and as text. */
record MagicTable(List<MagicSpec> magics) {
  DisplayData bundle() {
    var plain = new StringBuilder();
    var markdown = new StringBuilder("| magic | |\n| --- | --- |\n");
    for (MagicSpec magic : magics) {
      String title = MagicPage.of(magic).title();
      plain.append("%-28s %s%n".formatted(title, magic.summary()));
      markdown.append(
          "| `%s` | %s |\n"
              .formatted(title.replace(", ", "`, `"), magic.summary().replace("|", "\\|")));
    }
    plain.append("%name? shows the help of one.");
    markdown.append("\n`%name?` shows the help of one.");
    var bundle = new DisplayData(plain.toString());
    bundle.putMarkdown(markdown.toString());
    return bundle;
  }
}
