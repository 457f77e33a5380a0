package org.jacobean.magics.diff;

import org.jacobean.display.Showable;
import tech.tablesaw.api.Table;

/** A result that is a Tablesaw table too, to filter, join and write. */
public interface Tabular extends Showable {
  Table toTable();
}
