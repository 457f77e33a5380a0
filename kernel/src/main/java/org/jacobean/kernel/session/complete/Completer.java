package org.jacobean.kernel.session.complete;

import java.util.List;
import java.util.function.Predicate;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.session.read.CellText;
import org.jacobean.kernel.session.read.Cursor;

/** Finds what could stand at a cursor. */
public final class Completer {
  /** Stands for the word being typed while the compiler looks. */
  static final String BLANK = "$typing$";

  private final Analysis analysis;
  private final Magics magics;
  private final Packages packages;

  public Completer(
      Analysis analysis, java.util.function.Supplier<List<MagicSpec>> specs, Packages packages) {
    this.analysis = analysis;
    this.magics = new Magics(specs);
    this.packages = packages;
  }

  public Offers at(String source, int cursor) {
    int at = Math.max(0, Math.min(cursor, source.length()));
    Magics.Place magic = magics.place(source, at);
    if (magic != null) {
      Items items = new Items(source.substring(magic.start(), at));
      magics.offer(magic, items);
      if (magic.isArgument()) {
        new SessionItems(analysis).offer(items);
      }
      return new Offers(magic.start(), at, items.list());
    }
    Predicate<String> known = magics::isKnown;
    CellText cell = CellText.of("cell", source, known);
    return java(cell, at);
  }

  private Offers java(CellText cell, int at) {
    Cursor cursor = Cursor.at(cell.java(), at);
    Items items = new Items(cell.java().substring(cursor.start(), at));
    if (!cursor.dead()) {
      String before = cell.java().substring(0, cursor.start());
      if (isImport(before)) {
        packages.offer(imported(before), items);
      } else {
        within(cell, cursor, before, items);
      }
    }
    return new Offers(cursor.start(), at, items.list());
  }

  private static boolean isImport(String before) {
    String line = before.substring(Math.max(before.lastIndexOf('\n'), before.lastIndexOf(';')) + 1);
    return line.strip().startsWith("import ") || line.strip().equals("import");
  }

  private static String imported(String before) {
    String line = before.substring(before.lastIndexOf("import") + "import".length());
    return line.replaceFirst("^\\s*static\\s+", "").strip();
  }

  private void within(CellText cell, Cursor cursor, String before, Items items) {
    String blank = cursor.after("::") ? BLANK : BLANK + "()"; // a bare name is no statement
    String text = before + blank + cursor.closers();
    CellText typed = new CellText(cell.label(), text, text, List.of(), cell.inline());
    if (cursor.afterDot()) {
      analysis.analyze(typed, new Members(items, packages));
      return;
    }
    if (!cursor.open().isEmpty()) {
      analysis.analyze(typed, new Locals(items));
    }
    boolean type = cursor.after("new") || cursor.after("@");
    if (!type) {
      new SessionItems(analysis).offer(items, cell);
    }
    analysis.analyze(
        typed, new ImportedTypes(items, type, analysis.scope(s -> s.imports().lines())));
    if (!type && !items.prefix().isEmpty()) {
      new Keywords().offer(items);
      packages.offerRoots(items);
    }
  }
}
