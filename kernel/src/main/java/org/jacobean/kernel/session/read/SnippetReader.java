package org.jacobean.kernel.session.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jacobean.kernel.session.read.Snippet.Span;

/** Cuts a cell into its snippets. */
public final class SnippetReader {
  private static final Set<String> DROPPED = Set.of("public", "protected", "private", "static");
  private static final Set<String> SIMPLE =
      Set.of("throw", "assert", "return", "break", "continue", "yield");

  private final String source;
  private final Tokens tokens;
  private final List<Snippet> snippets = new ArrayList<>();

  private SnippetReader(CellText cell) throws UnreadableCell {
    this.source = cell.java();
    List<Token> all = Lexer.tokens(source);
    Brackets.check(all);
    this.tokens = new Tokens(all.stream().filter(t -> t.kind() != Token.Kind.COMMENT).toList());
  }

  /** The snippets of a cell in their order, magics among them. */
  public static List<Snippet> read(CellText cell) throws UnreadableCell {
    SnippetReader reader = new SnippetReader(cell);
    reader.readAll();
    reader.snippets.addAll(cell.alone());
    reader.snippets.sort(Comparator.comparingInt(s -> s.span().start()));
    return reader.snippets;
  }

  private void readAll() {
    int i = 0;
    while (i < tokens.size()) {
      i = tokens.is(i, ";") ? i + 1 : read(i);
    }
  }

  private int read(int i) {
    int head = tokens.afterModifiers(i);
    if (tokens.is(head, "import")) {
      return readImport(head);
    }
    if (isTypeHead(head)) {
      return readType(i, head);
    }
    if (head == i && tokens.startsBlock(i) && !isSwitchExpression(i)) {
      int end = tokens.afterStatement(i);
      snippets.add(new Snippet.Statement(span(i, end)));
      return end;
    }
    int afterParameters = tokens.is(head, "<") ? tokens.afterTypeArguments(head) : head;
    int afterType = afterParameters < 0 ? -1 : tokens.afterType(afterParameters);
    if (afterType > 0 && tokens.at(afterType).isName() && !startsSimpleStatement(head)) {
      return tokens.is(afterType + 1, "(")
          ? readMethod(i, afterType)
          : readVariables(i, head, afterType);
    }
    return readExpression(i);
  }

  private boolean startsSimpleStatement(int i) {
    return SIMPLE.contains(tokens.at(i).text());
  }

  private boolean isSwitchExpression(int i) {
    if (!tokens.is(i, "switch")) {
      return false;
    }
    int body = tokens.afterClosing(i + 1);
    int end = tokens.afterClosing(body);
    boolean last = end >= tokens.size();
    return last
        && IntStream.range(body, end).anyMatch(k -> tokens.is(k, "->"))
        && new SwitchShape(tokens, body, end).yieldsValue();
  }

  private int readImport(int i) {
    int end = tokens.afterSemicolon(i);
    boolean isStatic = tokens.is(i + 1, "static");
    int last = tokens.is(end - 1, ";") ? end - 1 : end;
    String name = text(i + (isStatic ? 2 : 1), last);
    snippets.add(new Snippet.Import(span(i, last), isStatic, name));
    return end;
  }

  private boolean isTypeHead(int i) {
    return tokens.is(i, "class")
        || tokens.is(i, "interface")
        || tokens.is(i, "enum")
        || (tokens.is(i, "@") && tokens.is(i + 1, "interface"))
        || (tokens.is(i, "record")
            && tokens.at(i + 1).isName()
            && (tokens.is(i + 2, "(") || tokens.is(i + 2, "<")));
  }

  private int readType(int i, int head) {
    int name = tokens.is(head, "@") ? head + 2 : head + 1;
    int k = name;
    while (k < tokens.size() && !tokens.is(k, "{") && !tokens.is(k, ";")) {
      k = tokens.is(k, "(") ? tokens.afterClosing(k) : k + 1;
    }
    int end = tokens.is(k, "{") ? tokens.afterClosing(k) : Math.min(k + 1, tokens.size());
    snippets.add(
        new Snippet.Type(
            span(i, end), tokens.at(name).text(), tokens.at(name - 1).text(), dropped(i, head)));
    return end;
  }

  private int readMethod(int i, int name) {
    int close = tokens.afterClosing(name + 1);
    int k = tokens.afterDimensions(close);
    while (k < tokens.size() && !tokens.is(k, "{") && !tokens.is(k, ";")) {
      k++;
    }
    int end = tokens.is(k, "{") ? tokens.afterClosing(k) : Math.min(k + 1, tokens.size());
    Span span = span(i, end);
    snippets.add(
        new Snippet.Method(
            span,
            tokens.at(name).text(),
            parameterTypes(name + 2, close - 1),
            dropped(i, tokens.afterModifiers(i))));
    return end;
  }

  private String parameterTypes(int from, int to) {
    List<String> types = new ArrayList<>();
    int k = from;
    while (k < to) {
      int start = tokens.afterModifiers(k);
      int type = tokens.afterType(start);
      int name = type < 0 ? start + 1 : type;
      int end = Math.min(to, tokens.afterDimensions(name + (tokens.is(name, "...") ? 2 : 1)));
      types.add(text(start, Math.min(name, to)) + (tokens.is(name, "...") ? "..." : ""));
      k = Math.max(k + 1, tokens.is(end, ",") ? end + 1 : end);
    }
    return String.join(",", types);
  }

  private int readVariables(int i, int head, int firstName) {
    int end = tokens.afterSemicolon(firstName);
    int last = tokens.is(end - 1, ";") ? end - 1 : end;
    List<Span> kept = new ArrayList<>();
    for (int k = i; k < head; k++) {
      if (!DROPPED.contains(tokens.at(k).text()) && !tokens.is(k, "final")) {
        kept.add(span(k, k + 1));
      }
    }
    snippets.add(
        new Snippet.Variables(
            span(i, last),
            kept,
            span(head, firstName),
            new Declarators(tokens, firstName, last).read()));
    return end;
  }

  private int readExpression(int i) {
    boolean statement =
        startsSimpleStatement(i) && !tokens.is(i + 1, "=") && !tokens.is(i + 1, "(")
            || tokens.is(i, "throw")
            || tokens.is(i, "assert")
            || tokens.is(i, "return");
    int end = statement ? tokens.afterSemicolon(i) : new LineEnd(tokens, source).afterExpression(i);
    boolean terminated = tokens.is(end - 1, ";");
    int last = terminated ? end - 1 : end;
    if (statement) {
      snippets.add(new Snippet.Statement(span(i, last)));
    } else {
      snippets.add(
          new Snippet.Expression(
              span(i, last), terminated, new ExpressionShape(tokens, i, last).form()));
    }
    return end;
  }

  private List<Span> dropped(int from, int to) {
    return IntStream.range(from, to)
        .filter(k -> DROPPED.contains(tokens.at(k).text()))
        .mapToObj(k -> span(k, k + 1))
        .toList();
  }

  private Span span(int from, int to) {
    return new Span(tokens.at(from).start(), tokens.at(to - 1).end());
  }

  private String text(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(k -> tokens.at(k).text())
        .collect(Collectors.joining());
  }
}
