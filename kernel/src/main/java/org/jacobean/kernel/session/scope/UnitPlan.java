package org.jacobean.kernel.session.scope;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jacobean.kernel.session.compile.ClassFile;
import org.jacobean.kernel.session.compile.SourceUnit;
import org.jacobean.kernel.session.read.CellText;
import org.jacobean.kernel.session.scope.Declared.Kind;
import org.jacobean.kernel.session.scope.Holder.Role;

/**
 * The units of one attempt: for each cell that takes part a class of types, one of methods and
 * code, one of fields; each with just the imports its words ask for.
 */
final class UnitPlan {
  /** One wrapper class to be. */
  record Planned(String className, Role role, CellText cell, List<Declared> items) {}

  private final Scope scope;
  private final Draft draft;
  private final List<Planned> planned = new ArrayList<>();
  private final Map<String, String> classOf = new HashMap<>();
  private final Map<String, List<Declared>> byName = new LinkedHashMap<>();
  private final Set<String> wrappers = new LinkedHashSet<>();

  UnitPlan(Scope scope, Draft draft) {
    this.scope = scope;
    this.draft = draft;
    Map<CellText, List<Declared>> byCell = new IdentityHashMap<>();
    for (Declared declared : draft.declarations()) {
      byCell.computeIfAbsent(declared.cell(), c -> new ArrayList<>()).add(declared);
      byName.computeIfAbsent(declared.name(), n -> new ArrayList<>()).add(declared);
    }
    for (CellText cell : draft.cells()) {
      List<Declared> items = byCell.getOrDefault(cell, List.of());
      plan(cell, Role.TYPES, only(items, Kind.TYPE));
      plan(cell, Role.CODE, only(items, Kind.METHOD));
      plan(cell, Role.FIELDS, fields(items));
    }
  }

  private static List<Declared> only(List<Declared> items, Kind kind) {
    return items.stream().filter(d -> d.kind() == kind).toList();
  }

  /** New fields; a {@code var} without a type yet stays a local of the code. */
  private List<Declared> fields(List<Declared> items) {
    return items.stream()
        .filter(d -> d.kind() == Kind.VARIABLE)
        .filter(d -> !draft.kept.contains(d.key()) && draft.fieldTypes.containsKey(d.key()))
        .toList();
  }

  private void plan(CellText cell, Role role, List<Declared> items) {
    boolean code = role == Role.CODE && cell == draft.cell && hasCode();
    if (!items.isEmpty() || code) {
      Planned unit = new Planned(scope.nextClass(), role, cell, items);
      planned.add(unit);
      items.forEach(d -> classOf.put(d.key(), unit.className()));
    }
  }

  /** Imports alone make a unit too, so that the compiler looks at them. */
  private boolean hasCode() {
    return new CodeWriter(draft).hasCode() || !draft.freshImports().isEmpty();
  }

  List<Planned> planned() {
    return planned;
  }

  /** Writes the units; the session classes they need are then known. */
  List<SourceUnit> units() {
    return planned.stream().map(this::write).toList();
  }

  Collection<ClassFile> visible() {
    return scope.visible(wrappers);
  }

  private SourceUnit write(Planned unit) {
    UnitText text = new UnitText(draft, unit, overloads(unit));
    return text.write(header(unit, text.words()));
  }

  private String header(Planned unit, Set<String> words) {
    StringBuilder session = new StringBuilder();
    for (String word : words) {
      importsOf(word, unit).forEach(session::append);
    }
    return "package REPL;" + draft.imports.needed(words, Set.of()) + session;
  }

  private Set<String> importsOf(String word, Planned unit) {
    Set<String> lines = new LinkedHashSet<>();
    String newest = "";
    for (Place place : places(word)) {
      if (place.kind == Kind.METHOD) {
        newest = longer(newest, place.className);
      } else {
        importLine(place.className, place.kind, word, unit, lines);
      }
    }
    if (!newest.isEmpty()) {
      importLine(newest, Kind.METHOD, word, unit, lines);
    }
    return lines;
  }

  /** The later of two wrapper names: it forwards to every other overload. */
  private static String longer(String one, String other) {
    int lengths = Integer.compare(one.length(), other.length());
    return lengths > 0 || (lengths == 0 && one.compareTo(other) > 0) ? one : other;
  }

  private void importLine(
      String className, Kind kind, String word, Planned unit, Set<String> lines) {
    boolean own =
        kind == Kind.METHOD
            ? unit.role() == Role.CODE && unit.items().stream().anyMatch(d -> d.name().equals(word))
            : className.equals(unit.className());
    if (!own) {
      String form = kind == Kind.TYPE ? "" : "static ";
      lines.add("import " + form + "REPL." + className + "." + word + ";");
      wrappers.add(className);
    }
  }

  private record Place(String className, Kind kind) {}

  private List<Place> places(String name) {
    List<Place> places = new ArrayList<>();
    for (Declared declared : byName.getOrDefault(name, List.of())) {
      String className = classOf.get(declared.key());
      if (className != null) {
        places.add(new Place(className, declared.kind()));
      }
    }
    for (Live live : scope.named(name)) {
      if (!classOf.containsKey(live.what().key()) && !draft.fieldIsLocal(live.what())) {
        places.add(new Place(live.holder().name(), live.what().kind()));
      }
    }
    return places;
  }

  /** Methods elsewhere that a method of this unit would hide, being their namesake. */
  private List<UnitText.Forward> overloads(Planned unit) {
    List<UnitText.Forward> forwards = new ArrayList<>();
    if (unit.role() != Role.CODE) {
      return forwards;
    }
    Set<String> names = new LinkedHashSet<>();
    unit.items().forEach(d -> names.add(d.name()));
    for (String name : names) {
      for (Declared other : byName.getOrDefault(name, List.of())) {
        String className = classOf.get(other.key());
        if (other.kind() == Kind.METHOD
            && className != null
            && !className.equals(unit.className())) {
          forwards.add(new UnitText.Forward(other, className));
        }
      }
      for (Live live : scope.named(name)) {
        if (live.what().kind() == Kind.METHOD && !classOf.containsKey(live.what().key())) {
          forwards.add(new UnitText.Forward(live.what(), live.holder().name()));
          wrappers.add(live.holder().name());
        }
      }
    }
    return forwards;
  }
}
