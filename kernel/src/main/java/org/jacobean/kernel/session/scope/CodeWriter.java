package org.jacobean.kernel.session.scope;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jacobean.kernel.session.compile.UnitWriter;
import org.jacobean.kernel.session.read.Bodies;
import org.jacobean.kernel.session.read.Mentions;
import org.jacobean.kernel.session.read.Snippet;
import org.jacobean.kernel.session.read.Snippet.Declarator;
import org.jacobean.kernel.session.read.Snippet.Expression;
import org.jacobean.kernel.session.read.Snippet.Form;
import org.jacobean.kernel.session.read.Snippet.Span;
import org.jacobean.kernel.session.read.Snippet.Statement;
import org.jacobean.kernel.session.read.Snippet.Variables;
import org.jspecify.annotations.Nullable;

/** Writes what a cell does: its statements in order, in methods that the session then calls. */
final class CodeWriter {
  /** The methods are {@code do_it$0}, {@code do_it$1}, …; JShell's name, numbered. */
  static final String RUN = "do_it$";

  private final Draft draft;
  private final List<String> runs = new ArrayList<>();
  private boolean open;

  CodeWriter(Draft draft) {
    this.draft = draft;
  }

  boolean hasCode() {
    return draft.snippets.stream().anyMatch(this::isCode);
  }

  private boolean isCode(Snippet snippet) {
    return snippet instanceof Statement
        || snippet instanceof Expression
        || (snippet instanceof Variables variables
            && variables.declarators().stream().anyMatch(this::isAssigned));
  }

  private boolean isAssigned(Declarator declarator) {
    return declarator.initialised() || draft.kept.contains(key(declarator)) || isLocal(declarator);
  }

  private String key(Declarator declarator) {
    return Scope.key(Declared.Kind.VARIABLE, declarator.name().of(draft.cell.java()), "");
  }

  private boolean isLocal(Declarator declarator) {
    return !draft.fieldTypes.containsKey(key(declarator));
  }

  Set<String> words() {
    Set<String> words = new HashSet<>();
    for (Snippet snippet : draft.snippets) {
      if (isCode(snippet)) {
        words.addAll(Mentions.of(draft.cell, snippet.span()));
      }
      if (snippet instanceof Variables variables) {
        variables.declarators().stream()
            .map(d -> draft.fieldTypes.getOrDefault(key(d), ""))
            .forEach(type -> words.addAll(Mentions.of(type)));
      }
    }
    return words;
  }

  /** The methods' names in the order to call them. */
  List<String> write(UnitWriter writer, Consumer<Declared> declare, List<Declared> methods) {
    Expression shown = shown();
    for (Snippet snippet : draft.snippets) {
      methods.stream()
          .filter(d -> d.snippet() == snippet)
          .findFirst()
          .ifPresent(
              method -> {
                close(writer);
                declare.accept(method);
              });
      if (isCode(snippet)) {
        begin(writer, shown != null);
        code(writer, snippet, snippet == shown);
      }
    }
    close(writer);
    return runs;
  }

  /** The expression whose value the cell shows, if its last snippet is one. */
  @Nullable Expression shown() {
    Snippet last = draft.snippets.isEmpty() ? null : draft.snippets.get(draft.snippets.size() - 1);
    boolean value =
        last instanceof Expression expression
            && !expression.terminated()
            && expression.form() != Form.ASSIGNMENT
            && !draft.lastIsVoid;
    return value ? (Expression) last : null;
  }

  private void begin(UnitWriter writer, boolean anyShown) {
    if (!open) {
      boolean valued = anyShown && isLastRun();
      String name = RUN + runs.size();
      runs.add(name);
      writer.raw(
          "public static " + (valued ? "Object " : "void ") + name + "() throws Throwable {");
      open = true;
    }
  }

  /** The run that begins now ends the cell unless a method still comes between. */
  private boolean isLastRun() {
    return runs.size() == lastRun();
  }

  int runCount() {
    return lastRun() + 1;
  }

  private int lastRun() {
    int run = -1;
    boolean inside = false;
    for (Snippet snippet : draft.snippets) {
      if (isCode(snippet)) {
        run += inside ? 0 : 1;
        inside = true;
      } else if (snippet instanceof Snippet.Method method && draft.declares(method)) {
        inside = false;
      }
    }
    return run;
  }

  private void close(UnitWriter writer) {
    if (open) {
      writer.raw("}");
      open = false;
    }
  }

  private void code(UnitWriter writer, Snippet snippet, boolean isShown) {
    if (snippet instanceof Variables variables) {
      variables.declarators().stream()
          .filter(this::isAssigned)
          .forEach(d -> assign(writer, variables, d));
      return;
    }
    writer.onLineOf(snippet.span());
    if (isShown) {
      writer.raw("return ").copy(snippet.span()).raw(";");
    } else if (snippet instanceof Expression expression && expression.form() == Form.VALUE) {
      writer.raw("{Object $value = ").copy(snippet.span()).raw(";}");
    } else {
      writer.copy(snippet.span()).raw(endsItself(snippet) ? "" : ";");
    }
  }

  private boolean endsItself(Snippet snippet) {
    String text = snippet.span().of(draft.cell.java());
    return snippet instanceof Statement
        && (text.endsWith("}") || text.endsWith(";") || Bodies.isMissing(text));
  }

  private void assign(UnitWriter writer, Variables variables, Declarator declarator) {
    writer.onLineOf(declarator.name());
    if (isLocal(declarator)) {
      writer.raw("var ").copy(declarator.name());
    } else {
      writer.copy(declarator.name());
    }
    if (!declarator.initialised()) {
      writer.raw(
          isLocal(declarator) ? ";" : " = " + zero(draft.fieldTypes.get(key(declarator))) + ";");
      return;
    }
    Span value = declarator.value();
    if (draft.unnamed.containsKey(key(declarator))) {
      writer.onLineOf(value).raw(" = " + Unnamed.making(declarator.text()) + ";");
      return;
    }
    boolean array = value.of(draft.cell.java()).startsWith("{");
    String type = draft.fieldTypes.getOrDefault(key(declarator), "");
    writer.raw(" = " + (array && !type.isEmpty() ? "new " + type : ""));
    writer.onLineOf(value).copy(value).raw(";");
  }

  private static String zero(@Nullable String type) {
    return switch (type == null ? "" : type) {
      case "boolean" -> "false";
      case "byte", "short", "int", "long", "char", "float", "double" -> "0";
      default -> "null";
    };
  }
}
