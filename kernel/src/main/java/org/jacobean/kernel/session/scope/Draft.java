package org.jacobean.kernel.session.scope;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jacobean.kernel.session.read.CellText;
import org.jacobean.kernel.session.read.Mentions;
import org.jacobean.kernel.session.read.Snippet;
import org.jacobean.kernel.session.scope.Declared.Kind;

/**
 * One attempt at a cell: which declarations it compiles, anew or again, and what is known of them.
 */
final class Draft {
  private static final Pattern PRINTS = Pattern.compile("System\\.(?:out|err)\\.print(?:ln)?\\(");
  final CellText cell;
  final List<Snippet> snippets;
  final Imports imports;

  /** What this cell declares, then what must be compiled again because of it. */
  final Map<String, Declared> fresh = new LinkedHashMap<>();

  final Map<String, Declared> again = new LinkedHashMap<>();

  /** Field types of the variables above, by key; none for a {@code var} not inferred yet. */
  final Map<String, String> fieldTypes = new HashMap<>();

  /** Classes to be named beside their variables, by key. */
  final Map<String, Unnamed> unnamed = new HashMap<>();

  /** Variables declared again with the type they had: they keep their field. */
  final Set<String> kept = new HashSet<>();

  /** Fresh declarations that equal what is there, or wait for a name. */
  final Set<String> left = new HashSet<>();

  /** The last call is known, or was found, to have no value. */
  boolean lastIsVoid;

  private final BiFunction<CellText, Snippet.MagicLine, String> magicCalls;

  Draft(
      CellText cell,
      List<Snippet> snippets,
      Scope scope,
      BiFunction<CellText, Snippet.MagicLine, String> magicCalls) {
    this.magicCalls = magicCalls;
    this.cell = cell;
    this.snippets = snippets;
    this.imports = scope.imports().copy();
    for (Snippet snippet : snippets) {
      declare(snippet);
      lastIsVoid =
          snippet instanceof Snippet.Expression
              && PRINTS.matcher(snippet.span().of(cell.java())).lookingAt();
    }
    fresh.values().stream().filter(d -> d.kind() == Kind.TYPE).forEach(d -> imports.hide(d.name()));
  }

  private void declare(Snippet snippet) {
    if (snippet instanceof Snippet.Import line) {
      imports.add(line);
    } else if (snippet instanceof Snippet.Type type) {
      add(Kind.TYPE, type.name(), "", snippet);
    } else if (snippet instanceof Snippet.Method method) {
      add(Kind.METHOD, method.name(), method.parameters(), snippet);
    } else if (snippet instanceof Snippet.Variables variables) {
      for (Snippet.Declarator declarator : variables.declarators()) {
        add(Kind.VARIABLE, declarator.name().of(cell.java()), "", snippet);
        noteType(variables, declarator);
      }
    }
  }

  private void add(Kind kind, String name, String parameters, Snippet snippet) {
    String key = Scope.key(kind, name, parameters);
    Set<String> mentions =
        snippet instanceof Snippet.Variables variables
            ? Mentions.of(cell, variables.type())
            : Mentions.of(cell, snippet.span());
    fresh.put(key, new Declared(kind, name, key, cell, snippet, mentions));
  }

  private void noteType(Snippet.Variables variables, Snippet.Declarator declarator) {
    String type = variables.type().of(cell.java());
    if (!type.equals("var")) {
      String key = Scope.key(Kind.VARIABLE, declarator.name().of(cell.java()), "");
      fieldTypes.put(key, type + declarator.dimensions());
    }
  }

  /** A {@code var} has its type. */
  void infer(String name, String type) {
    String key = Scope.key(Kind.VARIABLE, name, "");
    Declared old = fresh.get(key);
    if (old != null) {
      fieldTypes.put(key, type);
      fresh.put(key, new Declared(old.kind(), name, key, cell, old.snippet(), Mentions.of(type)));
    }
  }

  /** A {@code var} holds an object of a class without a name. */
  void inferUnnamed(String name, Unnamed type) {
    String key = Scope.key(Kind.VARIABLE, name, "");
    Declared old = fresh.get(key);
    if (old != null) {
      unnamed.put(key, type);
      fieldTypes.put(key, type.name());
      Set<String> mentions = new HashSet<>(Mentions.of(type.parent()));
      mentions.addAll(Mentions.of(cell, type.body()));
      fresh.put(key, new Declared(old.kind(), name, key, cell, old.snippet(), mentions));
    }
  }

  /** Variables whose type is still to be inferred. */
  List<String> uninferred() {
    return fresh.values().stream()
        .filter(d -> d.kind() == Kind.VARIABLE && !fieldTypes.containsKey(d.key()))
        .map(Declared::name)
        .toList();
  }

  /** Source text of the field's type; empty when unknown or no variable. */
  String typeOf(Declared declared) {
    return fieldTypes.getOrDefault(declared.key(), "");
  }

  /** A {@code var} whose type is unknown hides a field of its name. */
  boolean fieldIsLocal(Declared declared) {
    return declared.kind() == Kind.VARIABLE
        && fresh.containsKey(declared.key())
        && !fieldTypes.containsKey(declared.key());
  }

  boolean declares(Snippet.Method method) {
    return !left.contains(Scope.key(Kind.METHOD, method.name(), method.parameters()));
  }

  String magicCall(CellText where, Snippet.MagicLine magic) {
    return magicCalls.apply(where, magic);
  }

  List<Snippet.Import> freshImports() {
    return snippets.stream()
        .filter(Snippet.Import.class::isInstance)
        .map(Snippet.Import.class::cast)
        .toList();
  }

  boolean declares(Declared declared) {
    return !left.contains(declared.key());
  }

  /** All that this attempt compiles as a declaration. */
  Collection<Declared> declarations() {
    List<Declared> all = new ArrayList<>();
    fresh.values().stream().filter(this::declares).forEach(all::add);
    again.values().stream().filter(this::declares).forEach(all::add);
    return all;
  }

  Set<CellText> cells() {
    Set<CellText> cells = new LinkedHashSet<>();
    again.values().stream().filter(this::declares).forEach(d -> cells.add(d.cell()));
    cells.add(cell);
    return cells;
  }
}
