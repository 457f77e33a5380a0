package org.jacobean.kernel.session.javadoc;

import com.sun.source.doctree.BlockTagTree;
import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.SeeTree;
import com.sun.source.doctree.SinceTree;
import com.sun.source.doctree.ThrowsTree;
import java.util.ArrayList;
import java.util.List;

/** A documentation comment as HTML for a notebook and as plain text for a terminal. */
public final class DocText {
  private DocText() {}

  /** The comment as HTML: its text, then what its block tags say. */
  public static String html(DocCommentTree comment) {
    StringBuilder html = new StringBuilder();
    html.append("<div>").append(new HtmlVisitor().all(comment.getFullBody())).append("</div>");
    List<String> rows = new ArrayList<>();
    for (DocTree tag : comment.getBlockTags()) {
      String row = row(tag);
      if (!row.isEmpty()) {
        rows.add(row);
      }
    }
    if (!rows.isEmpty()) {
      html.append("<dl>").append(String.join("", rows)).append("</dl>");
    }
    return html.toString();
  }

  private static String row(DocTree tag) {
    HtmlVisitor text = new HtmlVisitor();
    if (tag instanceof ParamTree param) {
      String name =
          param.isTypeParameter() ? "&lt;" + param.getName() + "&gt;" : "" + param.getName();
      return row("<code>" + name + "</code>", text.all(param.getDescription()));
    }
    if (tag instanceof ReturnTree returned) {
      return row("returns", text.all(returned.getDescription()));
    }
    if (tag instanceof ThrowsTree thrown) {
      return row(
          "throws <code>" + thrown.getExceptionName() + "</code>",
          text.all(thrown.getDescription()));
    }
    if (tag instanceof SinceTree since) {
      return row("since", text.all(since.getBody()));
    }
    if (tag instanceof SeeTree see) {
      return row("see", text.all(see.getReference()));
    }
    return tag instanceof BlockTagTree ? "" : "";
  }

  private static String row(String name, String description) {
    return "<dt>" + name + "</dt><dd>" + description + "</dd>";
  }

  /** The same without markup. */
  public static String plain(DocCommentTree comment) {
    return plain(html(comment));
  }

  static String plain(String html) {
    return html.replaceAll("\\s+", " ")
        .replaceAll("(?i)<(?:p|/p|br|/div|/dl|/?ul|pre|/pre|dl|h\\d)[^>]*>\\s*", "\n")
        .replaceAll("(?i)<li[^>]*>\\s*", "\n- ")
        .replaceAll("(?i)<dt>", "\n  ")
        .replaceAll("(?i)</dt><dd>", ": ")
        .replaceAll("<[^>]+>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&nbsp;", " ")
        .replace("&#64;", "@")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
        .replaceAll("\n{2,}", "\n")
        .strip();
  }
}
