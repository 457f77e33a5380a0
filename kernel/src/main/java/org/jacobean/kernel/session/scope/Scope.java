package org.jacobean.kernel.session.scope;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jacobean.kernel.session.compile.ClassFile;
import org.jacobean.kernel.session.read.Snippet;
import org.jacobean.kernel.session.scope.Declared.Kind;
import org.jspecify.annotations.Nullable;

/** The names a session knows, and the classes that hold them. Guarded by the session's lock. */
public final class Scope {
  private final Map<String, Live> live = new LinkedHashMap<>();
  private final Map<String, Set<String>> keysByName = new LinkedHashMap<>();
  private final Map<String, Declared> waiting = new LinkedHashMap<>();
  private final Map<String, Integer> users = new LinkedHashMap<>();
  private final Map<String, Holder> holders = new LinkedHashMap<>();
  private final Imports imports = new Imports();
  private int classes;

  /** A scope that knows some imports, each a line such as {@code import java.util.*;}. */
  public static Scope with(List<String> imports) {
    Scope scope = new Scope();
    imports.forEach(scope.imports::addLine);
    return scope;
  }

  /** What a snippet declares, as keys. */
  public static Set<String> keysOf(Snippet snippet) {
    Set<String> keys = new LinkedHashSet<>();
    if (snippet instanceof Snippet.Type type) {
      keys.add(key(Kind.TYPE, type.name(), ""));
    } else if (snippet instanceof Snippet.Method method) {
      keys.add(key(Kind.METHOD, method.name(), method.parameters()));
    } else if (snippet instanceof Snippet.Variables variables) {
      variables.declarators().forEach(d -> keys.add(key(Kind.VARIABLE, d.text(), "")));
    }
    return keys;
  }

  public Imports imports() {
    return imports;
  }

  /** A name for the next wrapper class; the pattern is JShell's, which libraries look for. */
  String nextClass() {
    return "$JShell$" + ++classes;
  }

  public Collection<Live> all() {
    return live.values();
  }

  public @Nullable Live byKey(String key) {
    return live.get(key);
  }

  /** Everything live of that name: a variable, a type, methods. */
  public List<Live> named(String name) {
    List<Live> found = new ArrayList<>();
    for (String key : keysByName.getOrDefault(name, Set.of())) {
      Live entry = live.get(key);
      if (entry != null) {
        found.add(entry);
      }
    }
    return found;
  }

  public @Nullable Live variable(String name) {
    return live.get(key(Kind.VARIABLE, name, ""));
  }

  static String key(Kind kind, String name, String parameters) {
    return switch (kind) {
      case VARIABLE -> "v " + name;
      case TYPE -> "t " + name;
      case METHOD -> "m " + name + "(" + parameters + ")";
    };
  }

  /** Declarations that did not compile for want of a name. */
  Collection<Declared> waiting() {
    return waiting.values();
  }

  /** Whether it was already known that this lacks something. */
  boolean isWaiting(Declared declared) {
    return waiting.get(declared.key()) == declared;
  }

  void await(Declared declared) {
    remove(declared.key());
    waiting.put(declared.key(), declared);
  }

  void put(Live entry) {
    String key = entry.what().key();
    waiting.remove(key);
    remove(key);
    live.put(key, entry);
    keysByName.computeIfAbsent(entry.what().name(), n -> new LinkedHashSet<>()).add(key);
    holders.put(entry.holder().name(), entry.holder());
    users.merge(entry.holder().name(), 1, Integer::sum);
  }

  private void remove(String key) {
    Live old = live.remove(key);
    if (old != null) {
      String holder = old.holder().name();
      Set<String> keys = keysByName.getOrDefault(old.what().name(), new LinkedHashSet<>());
      keys.remove(key);
      if (keys.isEmpty()) {
        keysByName.remove(old.what().name());
      }
      if (users.merge(holder, -1, Integer::sum) == 0) {
        users.remove(holder);
        holders.remove(holder);
      }
    }
  }

  /** The class files a compiler must see to read these wrappers. */
  Collection<ClassFile> visible(Collection<String> wrappers) {
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(wrappers);
    List<ClassFile> files = new ArrayList<>();
    while (!open.isEmpty()) {
      String name = open.pop();
      Holder holder = holders.get(name);
      if (holder != null && seen.add(name)) {
        files.addAll(holder.files());
        open.addAll(holder.surface());
      }
    }
    return files;
  }
}
