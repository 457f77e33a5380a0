package org.jacobean.display.html;

/** HTML text. What comes from outside goes through {@link #escape}, without exception. */
public final class Html {
  /**
   * JupyterLab's colours with fallbacks for pages that have none. MathJax is kept away from user
   * text by {@code mathjax_ignore}; formulas ask for it by {@code mathjax_process}.
   */
  private static final String STYLE =
      """
      <style>
      .jcb{color:var(--jp-content-font-color1,inherit);\
      font-family:var(--jp-content-font-family,system-ui,sans-serif);max-width:100%;overflow-x:auto}
      .jcb.jcb table{border-collapse:collapse;margin:.3em 0;\
      font-size:var(--jp-ui-font-size1,13px);font-variant-numeric:tabular-nums}
      .jcb.jcb caption{caption-side:top;text-align:left;font-weight:600;padding:.2em 0;\
      color:var(--jp-content-font-color1,inherit)}
      .jcb.jcb caption span{display:inline-block;width:0;white-space:nowrap}
      .jcb.jcb th,.jcb.jcb td{padding:.25em .8em;text-align:left;vertical-align:baseline;\
      border-bottom:1px solid var(--jp-border-color2,rgba(128,128,128,.35));white-space:pre-wrap;\
      max-width:40em}
      .jcb.jcb th{font-weight:600}
      .jcb.jcb th[scope=row]{white-space:pre}
      .jcb.jcb .num{text-align:right;font-family:var(--jp-code-font-family,monospace);\
      white-space:pre}
      .jcb.jcb thead .num{font-family:inherit}
      .jcb.jcb small{display:block;font-weight:400;font-size:85%}
      .jcb .dim,.jcb small{color:var(--jp-content-font-color2,#767676)}
      .jcb .good{color:#00694a;color:color-mix(in srgb,var(--jp-success-color1,#00805a) 75%,\
      var(--jp-content-font-color1,currentColor))}
      .jcb .warn{color:#9a4a00;color:color-mix(in srgb,var(--jp-warn-color1,#b35900) 62%,\
      var(--jp-content-font-color1,currentColor))}
      .jcb .bad{color:#c4321a;color:color-mix(in srgb,var(--jp-error-color1,#c4321a) 75%,\
      var(--jp-content-font-color1,currentColor))}
      .jcb p{margin:.3em 0}
      .jcb svg{display:block;margin:.3em 0}
      </style>
      """;

  private Html() {}

  /** The text as content or as a quoted attribute's value. */
  public static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(visible(c));
      }
    }
    return out.toString();
  }

  /** An output of ours: its style and a frame that keeps wide content from widening the page. */
  public static String frame(String inner) {
    return STYLE + "<div class=\"jcb tex2jax_ignore mathjax_ignore\">\n" + inner + "</div>\n";
  }

  public static String paragraph(String text) {
    return "<p>" + escape(text) + "</p>\n";
  }

  /** Control characters have no place in HTML nor in XML; tab and line ends have. */
  private static char visible(char c) {
    return c < ' ' && c != '\n' && c != '\t' && c != '\r' ? '\uFFFD' : c;
  }
}
