package org.jacobean.display.table;

import java.util.ArrayList;
import java.util.List;
import org.jacobean.display.Bundle;
import org.jacobean.display.Showable;

/**
 * A table to be read: caption, heads, rows and remarks below. The first cell of a row is its head.
 *
 * @param caption what it shows; may be empty
 * @param heads one a column
 * @param rows as wide as the heads
 * @param notes sentences below it
 */
public record Grid(String caption, List<Cell> heads, List<List<Cell>> rows, List<Cell> notes)
    implements Showable {

  public Grid {
    heads = List.copyOf(heads);
    rows = rows.stream().map(List::copyOf).toList();
    notes = List.copyOf(notes);
    for (List<Cell> row : rows) {
      if (row.size() != heads.size()) {
        throw new IllegalArgumentException(
            "a row of " + row.size() + " cells under " + heads.size() + " heads");
      }
    }
  }

  public static Builder titled(String caption) {
    return new Builder(caption);
  }

  @Override
  public Bundle show() {
    return Bundle.of(GridText.write(this))
        .html(GridHtml.page(this))
        .markdown(GridMarkdown.write(this));
  }

  /** Columns of numbers are set to the right, their heads too. */
  boolean numeric(int column) {
    return !rows.isEmpty()
        && rows.stream()
            .map(row -> row.get(column))
            .allMatch(cell -> cell.look() == Cell.Look.NUMBER || cell.text().equals("…"));
  }

  /** Collects a grid. */
  public static final class Builder {
    private final String caption;
    private final List<Cell> heads = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();
    private final List<Cell> notes = new ArrayList<>();

    private Builder(String caption) {
      this.caption = caption;
    }

    public Builder heads(String... names) {
      return heads(java.util.Arrays.stream(names).map(Cell::text).toList());
    }

    public Builder heads(List<Cell> cells) {
      heads.addAll(cells);
      return this;
    }

    public Builder row(Cell... cells) {
      return row(List.of(cells));
    }

    public Builder row(List<Cell> cells) {
      rows.add(cells);
      return this;
    }

    public Builder note(String sentence) {
      return note(Cell.text(sentence));
    }

    public Builder note(Cell sentence) {
      notes.add(sentence);
      return this;
    }

    public Grid build() {
      return new Grid(caption, heads, rows, notes);
    }
  }
}
