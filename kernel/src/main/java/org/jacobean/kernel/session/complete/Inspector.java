package org.jacobean.kernel.session.complete;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.session.javadoc.Javadoc;
import org.jacobean.kernel.session.read.CellText;
import org.jacobean.kernel.session.read.Cursor;
import org.jacobean.kernel.session.read.Lexer;
import org.jacobean.kernel.session.read.Token;
import org.jacobean.kernel.session.scope.Declared;
import org.jspecify.annotations.Nullable;

/** Tells what a name means: its declaration and what is documented of it. */
public final class Inspector {
  private static final Pattern MAGIC = Pattern.compile("(?m)(?:^|=)\\s*%{1,2}([\\w.]+)");
  private final Analysis analysis;
  private final Javadoc javadoc;
  private final Supplier<List<MagicSpec>> specs;

  public Inspector(Analysis analysis, Javadoc javadoc, Supplier<List<MagicSpec>> specs) {
    this.analysis = analysis;
    this.javadoc = javadoc;
    this.specs = specs;
  }

  public Optional<Description> at(String source, int cursor) {
    int at = Math.max(0, Math.min(cursor, source.length()));
    Optional<Description> magic = magic(source, at);
    if (magic.isPresent()) {
      return magic;
    }
    CellText cell =
        CellText.of("cell", source, n -> specs.get().stream().anyMatch(s -> s.name().equals(n)));
    Token name = nameAt(cell.java(), at);
    if (name == null) {
      return Optional.empty();
    }
    return analysis
        .analyze(readable(cell, name), new ElementAt(name, javadoc))
        .or(() -> type(name.text()))
        .or(() -> sessionMethod(name.text()));
  }

  /** A type's name alone is no expression; as the type of a variable the compiler knows it. */
  private Optional<Description> type(String name) {
    String text = name + " " + Completer.BLANK + ";";
    CellText cell = new CellText("cell", text, text, List.of(), new TreeMap<>());
    Token token = new Token(Token.Kind.WORD, 0, name.length(), name);
    return analysis.analyze(cell, new ElementAt(token, javadoc));
  }

  /** While arguments are still missing the compiler does not know which method is meant. */
  private Optional<Description> sessionMethod(String name) {
    String headers =
        analysis.scope(
            scope ->
                scope.named(name).stream()
                    .filter(live -> live.what().kind() == Declared.Kind.METHOD)
                    .map(live -> Items.header(live.what().source()))
                    .collect(Collectors.joining("\n")));
    return headers.isEmpty()
        ? Optional.empty()
        : Optional.of(new Description(headers, "<pre>" + MagicHelp.escape(headers) + "</pre>"));
  }

  private Optional<Description> magic(String source, int at) {
    Matcher magic = MAGIC.matcher(source);
    while (magic.find()) {
      if (at > magic.start() && at <= magic.end(1)) {
        String name = magic.group(1);
        return specs.get().stream()
            .filter(s -> s.name().equals(name))
            .findFirst()
            .map(MagicHelp::of);
      }
    }
    return Optional.empty();
  }

  /** The name under the cursor, or that of the call whose arguments the cursor is in. */
  private static @Nullable Token nameAt(String source, int at) {
    List<Token> tokens = Lexer.tokens(source);
    Token call = null;
    for (Token token : tokens) {
      if (token.kind() == Token.Kind.WORD && token.start() <= at && token.end() >= at) {
        return token;
      }
    }
    Cursor cursor = Cursor.at(source, at);
    Token open = cursor.open().peek();
    for (Token token : tokens) {
      if (open != null && token.end() <= open.start() && token.kind() == Token.Kind.WORD) {
        call = token;
      }
    }
    return open != null && open.text().equals("(") ? call : null;
  }

  /** The whole cell if its brackets match, else what stands up to the name, closed. */
  private static CellText readable(CellText cell, Token name) {
    try {
      org.jacobean.kernel.session.read.SnippetReader.read(cell);
      return cell;
    } catch (org.jacobean.kernel.session.read.UnreadableCell unfinished) {
      String start = cell.java().substring(0, name.end());
      boolean call = cell.java().startsWith("(", name.end());
      String text = start + (call ? "()" : "") + Cursor.at(cell.java(), name.start()).closers();
      return new CellText(cell.label(), text, text, List.of(), cell.inline());
    }
  }
}
