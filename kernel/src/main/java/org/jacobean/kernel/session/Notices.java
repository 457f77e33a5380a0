package org.jacobean.kernel.session;

import java.util.ArrayList;
import java.util.List;
import org.jacobean.kernel.session.error.CompileErrors;
import org.jacobean.kernel.session.scope.CompiledCell;

/** What a cell's author should know although the cell is well. */
final class Notices {
  private Notices() {}

  static List<String> of(CompiledCell compiled) {
    List<String> lines = new ArrayList<>();
    compiled
        .waiting()
        .forEach(
            (declared, problems) -> {
              lines.add(
                  declared.name()
                      + " cannot be used until this is declared or mended ("
                      + declared.cell().label()
                      + "):");
              lines.addAll(CompileErrors.lines(problems));
            });
    for (String name : compiled.reset()) {
      lines.add(
          name + " has lost its value: its type was declared anew. Run the cell that sets it.");
    }
    return lines;
  }
}
