package org.jacobean.kernel.session.complete;

import org.jacobean.kernel.extend.MagicSpec;

/** What a magic declares, to read. */
final class MagicHelp {
  private MagicHelp() {}

  static Description of(MagicSpec spec) {
    StringBuilder plain = new StringBuilder(spec.summary()).append("\n\n");
    StringBuilder html =
        new StringBuilder("<p>").append(escape(spec.summary())).append("</p><pre>");
    for (String usage : spec.usage()) {
      plain.append("  ").append(usage).append('\n');
      html.append(escape(usage)).append('\n');
    }
    html.append("</pre><dl>");
    for (MagicSpec.Option option : spec.options()) {
      String word = (option.word() + " " + option.argument()).strip();
      plain.append("  ").append(word).append(": ").append(option.summary()).append('\n');
      html.append("<dt><code>").append(escape(word)).append("</code></dt><dd>");
      html.append(escape(option.summary())).append("</dd>");
    }
    html.append("</dl>");
    if (!spec.help().isBlank()) {
      plain.append('\n').append(spec.help()).append('\n');
      html.append("<p style=\"white-space: pre-wrap\">").append(escape(spec.help())).append("</p>");
    }
    return new Description(plain.toString().strip(), html.toString());
  }

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
