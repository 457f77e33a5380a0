package org.jacobean.kernel.session.scope;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jacobean.kernel.session.read.Snippet.Import;
import org.jacobean.kernel.session.read.Snippet.Span;

/** The imports in force, a later one of the same simple name replacing an earlier. */
public final class Imports {
  private final Map<String, String> onDemand = new LinkedHashMap<>();
  private final Map<String, Single> single = new LinkedHashMap<>();

  private record Single(String simpleName, String line) {}

  void add(Import line) {
    String text = "import " + (line.isStatic() ? "static " : "") + line.name() + ";";
    if (line.simpleName().equals("*")) {
      onDemand.putIfAbsent(text, text);
    } else if (line.isStatic()) {
      single.put(text, new Single(line.simpleName(), text));
    } else {
      single.put(line.simpleName(), new Single(line.simpleName(), text));
    }
  }

  void addLine(String line) {
    String name = line.replaceFirst("^\\s*import\\s+", "").replaceFirst("\\s*;\\s*$", "");
    boolean isStatic = name.startsWith("static ");
    add(new Import(new Span(0, 0), isStatic, isStatic ? name.substring(7).strip() : name));
  }

  /** A type of the session hides an import of the same name. */
  void hide(String typeName) {
    single.remove(typeName);
  }

  /** The import lines that source with these words needs; those on demand always. */
  String needed(Set<String> words, Set<String> shadowed) {
    StringBuilder lines = new StringBuilder();
    onDemand.values().forEach(lines::append);
    for (Single entry : single.values()) {
      if (words.contains(entry.simpleName()) && !shadowed.contains(entry.line())) {
        lines.append(entry.line());
      }
    }
    return lines.toString();
  }

  /** All of them as source lines. */
  public List<String> lines() {
    List<String> all = new ArrayList<>(onDemand.values());
    single.values().forEach(entry -> all.add(entry.line()));
    return all;
  }

  Imports copy() {
    Imports copy = new Imports();
    copy.onDemand.putAll(onDemand);
    copy.single.putAll(single);
    return copy;
  }

  void become(Imports other) {
    onDemand.clear();
    onDemand.putAll(other.onDemand);
    single.clear();
    single.putAll(other.single);
  }
}
