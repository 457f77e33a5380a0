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
      .jcb table{border-collapse:collapse;margin:.3em 0;\
      font-size:var(--jp-ui-font-size1,13px);font-variant-numeric:tabular-nums}
      .jcb caption{caption-side:top;text-align:left;font-weight:600;padding:.2em 0;\
      color:var(--jp-content-font-color1,inherit)}
      .jcb th,.jcb td{padding:.25em .8em;text-align:left;vertical-align:top;\
      border-bottom:1px solid var(--jp-border-color2,rgba(128,128,128,.35));white-space:pre-wrap;\
      max-width:40em}
      .jcb th{font-weight:600}
      .jcb .num{text-align:right;font-family:var(--jp-code-font-family,monospace);white-space:pre}
      .jcb .dim{color:var(--jp-content-font-color2,#767676)}
      .jcb .good{color:var(--jp-success-color1,#00805a)}
      .jcb .warn{color:var(--jp-warn-color1,#b35900)}
      .jcb .bad{color:var(--jp-error-color1,#c4321a)}
      .jcb p{margin:.3em 0}
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
