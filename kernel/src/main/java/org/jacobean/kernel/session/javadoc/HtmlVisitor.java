package org.jacobean.kernel.session.javadoc;

import com.sun.source.doctree.AttributeTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ReferenceTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ValueTree;
import com.sun.source.util.SimpleDocTreeVisitor;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes parts of a comment as HTML; only harmless elements pass. */
final class HtmlVisitor extends SimpleDocTreeVisitor<String, Void> {
  private static final Set<String> ELEMENTS =
      Set.of(
          "a",
          "b",
          "blockquote",
          "br",
          "caption",
          "cite",
          "code",
          "dd",
          "div",
          "dl",
          "dt",
          "em",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "hr",
          "i",
          "kbd",
          "li",
          "ol",
          "p",
          "pre",
          "q",
          "s",
          "small",
          "span",
          "strong",
          "sub",
          "sup",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "tr",
          "tt",
          "u",
          "ul",
          "var");

  String all(List<? extends DocTree> trees) {
    return trees.stream().map(t -> t.accept(this, null)).collect(Collectors.joining());
  }

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Override
  protected String defaultAction(DocTree tree, Void none) {
    return "";
  }

  @Override
  public String visitText(TextTree tree, Void none) {
    return escape(tree.getBody());
  }

  @Override
  public String visitEntity(EntityTree tree, Void none) {
    return "&" + tree.getName() + ";";
  }

  @Override
  public String visitLiteral(LiteralTree tree, Void none) {
    String body = escape(tree.getBody().getBody());
    return tree.getKind() == DocTree.Kind.CODE ? "<code>" + body + "</code>" : body;
  }

  @Override
  public String visitLink(LinkTree tree, Void none) {
    String label = all(tree.getLabel());
    String text = label.isEmpty() ? name(tree.getReference().getSignature()) : label;
    return tree.getKind() == DocTree.Kind.LINK ? "<code>" + text + "</code>" : text;
  }

  @Override
  public String visitReference(ReferenceTree tree, Void none) {
    return "<code>" + name(tree.getSignature()) + "</code>";
  }

  private static String name(String signature) {
    String dotted = signature.startsWith("#") ? signature.substring(1) : signature;
    return escape(dotted.replace('#', '.'));
  }

  @Override
  public String visitReturn(ReturnTree tree, Void none) {
    return "Returns " + all(tree.getDescription()) + ".";
  }

  @Override
  public String visitValue(ValueTree tree, Void none) {
    return tree.getReference() == null ? "" : tree.getReference().accept(this, null);
  }

  @Override
  public String visitStartElement(StartElementTree tree, Void none) {
    String name = tree.getName().toString().toLowerCase(Locale.ROOT);
    if (!ELEMENTS.contains(name)) {
      return "";
    }
    return name.equals("a") ? "<a" + all(tree.getAttributes()) + ">" : "<" + name + ">";
  }

  /** Of attributes only links to the web. */
  @Override
  public String visitAttribute(AttributeTree tree, Void none) {
    String value = tree.getValue() == null ? "" : all(tree.getValue());
    boolean link = tree.getName().contentEquals("href") && value.startsWith("https://");
    return link ? " href=\"" + value.replace("\"", "") + "\"" : "";
  }

  @Override
  public String visitEndElement(EndElementTree tree, Void none) {
    String name = tree.getName().toString().toLowerCase(Locale.ROOT);
    return ELEMENTS.contains(name) ? "</" + name + ">" : "";
  }
}
