package org.jacobean.kernel.session.complete;

import java.util.ArrayList;
import java.util.List;
import org.jacobean.kernel.session.read.CellText;
import org.jacobean.kernel.session.read.MethodHeader;
import org.jacobean.kernel.session.read.Snippet;
import org.jacobean.kernel.session.read.SnippetReader;
import org.jacobean.kernel.session.read.UnreadableCell;
import org.jacobean.kernel.session.scope.Declared;
import org.jacobean.kernel.session.scope.Live;

/** Offers what the session declares, newest first, and what the cell itself does. */
final class SessionItems {
  private final Analysis analysis;

  SessionItems(Analysis analysis) {
    this.analysis = analysis;
  }

  void offer(Items items, CellText cell) {
    try {
      for (Snippet snippet : SnippetReader.read(cell)) {
        if (snippet instanceof Snippet.Variables variables) {
          String type = variables.type().of(cell.java());
          variables.declarators().forEach(d -> items.add(d.text(), "variable", type));
        } else if (snippet instanceof Snippet.Method method) {
          method(items, method.name(), method.span().of(cell.java()));
        } else if (snippet instanceof Snippet.Type type) {
          items.add(type.name(), type.kind(), type.name());
        }
      }
    } catch (UnreadableCell unfinished) {
      // its names are not known yet
    }
    offer(items);
  }

  void offer(Items items) {
    List<Live> newest = analysis.scope(scope -> new ArrayList<>(scope.all()));
    java.util.Collections.reverse(newest);
    for (Live live : newest) {
      String name = live.what().name();
      if (items.wants(name)) {
        switch (live.what().kind()) {
          case VARIABLE -> items.add(name, "variable", Items.plain(live.typeText()));
          case METHOD -> method(items, name, live.what().source());
          case TYPE -> items.add(name, kind(live.what()), name);
        }
      }
    }
  }

  private static String kind(Declared type) {
    String kind = ((Snippet.Type) type.snippet()).kind();
    return kind.equals("record") ? "class" : kind;
  }

  private static void method(Items items, String name, String source) {
    MethodHeader header = MethodHeader.of(source);
    items.add(
        name + (header.parameterNames().isEmpty() ? "()" : "("), "function", Items.header(source));
  }
}
