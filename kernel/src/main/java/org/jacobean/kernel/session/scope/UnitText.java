package org.jacobean.kernel.session.scope;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jacobean.kernel.session.compile.SourceUnit;
import org.jacobean.kernel.session.compile.UnitWriter;
import org.jacobean.kernel.session.read.Mentions;
import org.jacobean.kernel.session.read.MethodHeader;
import org.jacobean.kernel.session.read.Snippet;
import org.jacobean.kernel.session.scope.Holder.Role;

/** The text of one planned unit. */
final class UnitText {
  /** A method of another class that this one must offer too. */
  record Forward(Declared method, String className) {
    MethodHeader header() {
      return MethodHeader.of(method.source());
    }
  }

  private final Draft draft;
  private final UnitPlan.Planned unit;
  private final List<Forward> forwards;

  UnitText(Draft draft, UnitPlan.Planned unit, List<Forward> forwards) {
    this.draft = draft;
    this.unit = unit;
    this.forwards = forwards;
  }

  /** All words it holds, so all names it may need. */
  Set<String> words() {
    Set<String> words = new HashSet<>();
    for (Declared declared : unit.items()) {
      words.addAll(declared.mentions());
      words.addAll(Mentions.of(draft.typeOf(declared)));
    }
    forwards.forEach(f -> words.addAll(Mentions.of(f.header().text())));
    if (unit.role() == Role.CODE && unit.cell() == draft.cell) {
      words.addAll(new CodeWriter(draft).words());
    }
    return words;
  }

  SourceUnit write(String header) {
    UnitWriter writer = new UnitWriter(unit.className(), unit.cell(), draft::magicCall);
    writer.raw(header);
    if (unit.cell() == draft.cell) {
      draft.freshImports().forEach(i -> writer.copy(i.span()).raw(";"));
    }
    writer.raw("public class ").raw(unit.className()).raw(" {");
    switch (unit.role()) {
      case TYPES -> unit.items().forEach(d -> declaration(writer, d));
      case CODE -> code(writer);
      case FIELDS -> unit.items().forEach(d -> field(writer, d));
    }
    return writer.raw("}").unit();
  }

  private void code(UnitWriter writer) {
    forwards.forEach(f -> forward(writer, f));
    if (unit.cell() == draft.cell) {
      new CodeWriter(draft).write(writer, d -> declaration(writer, d), unit.items());
    } else {
      unit.items().stream()
          .sorted(java.util.Comparator.comparingInt(d -> d.snippet().span().start()))
          .forEach(d -> declaration(writer, d));
    }
  }

  private static void declaration(UnitWriter writer, Declared declared) {
    Snippet snippet = declared.snippet();
    List<Snippet.Span> dropped =
        snippet instanceof Snippet.Type type
            ? type.dropped()
            : ((Snippet.Method) snippet).dropped();
    writer.onLineOf(snippet.span()).raw("public static ").copyWithout(snippet.span(), dropped);
  }

  private void field(UnitWriter writer, Declared declared) {
    Snippet.Variables variables = (Snippet.Variables) declared.snippet();
    Unnamed unnamed = draft.unnamed.get(declared.key());
    if (unnamed != null) {
      unnamed.declare(writer);
    }
    writer.raw("public static ");
    variables.modifiers().forEach(m -> writer.copy(m).raw(" "));
    String type = draft.typeOf(declared);
    String written = variables.type().of(declared.cell().java());
    if (type.startsWith(written)) {
      writer.copy(variables.type()).raw(type.substring(written.length()));
    } else {
      writer.raw(type);
    }
    writer.raw(" ").raw(declared.name()).raw(";");
  }

  private static void forward(UnitWriter writer, Forward forward) {
    MethodHeader header = forward.header();
    String call =
        "REPL."
            + forward.className()
            + "."
            + header.name()
            + "("
            + header.parameterNames().stream().collect(Collectors.joining(","))
            + ");";
    writer
        .raw("public static ")
        .raw(header.text())
        .raw(header.isVoid() ? " { " : " { return ")
        .raw(call)
        .raw("}");
  }
}
