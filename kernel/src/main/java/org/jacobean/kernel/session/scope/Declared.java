package org.jacobean.kernel.session.scope;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jacobean.kernel.session.read.CellText;
import org.jacobean.kernel.session.read.Snippet;

/**
 * A name given by a cell, as written.
 *
 * @param key what a later declaration must equal to replace it: overloads differ in it
 * @param cell where it was written
 * @param mentions every word in its source, so all it could depend on
 */
public record Declared(
    Kind kind, String name, String key, CellText cell, Snippet snippet, Set<String> mentions) {

  /** What a name stands for. */
  public enum Kind {
    VARIABLE,
    METHOD,
    TYPE
  }

  public String source() {
    return snippet.span().of(cell.source());
  }

  /** Whether a compiled method has these parameter types, as far as their simple names tell. */
  public boolean declares(Method method) {
    String parameters =
        Arrays.stream(method.getParameterTypes())
            .map(Class::getSimpleName)
            .collect(Collectors.joining(","));
    return snippet instanceof Snippet.Method m && plain(m.parameters()).equals(parameters);
  }

  private static String plain(String types) {
    String bare = types;
    String before;
    do {
      before = bare;
      bare = bare.replaceAll("<[^<>]*>", "");
    } while (!bare.equals(before));
    return bare.replace("...", "[]").replaceAll("(?:\\w+\\.)+(?=\\w)", "");
  }
}
