package org.jacobean.kernel.session;

import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.session.read.CellText;
import org.jacobean.kernel.session.read.Snippet.MagicLine;

/** The Java that stands for a magic within Java; its value has the type the magic declares. */
final class MagicJava {
  private static final String PORT = "org.jacobean.kernel.session.load.SessionPort.";
  private static final String CALLER = "(java.lang.invoke.MethodHandles.lookup().lookupClass(), ";
  private final MagicRunner magics;

  MagicJava(MagicRunner magics) {
    this.magics = magics;
  }

  String call(CellText cell, MagicLine magic) {
    String typed = literal(magic.magic().name()) + ", " + literal(magic.magic().line()) + ")";
    boolean value = cell.source().substring(0, magic.span().start()).stripTrailing().endsWith("=");
    return value ? value(type(magic), CALLER + typed) : PORT + "magic" + CALLER + typed + ";";
  }

  private static String value(String type, String call) {
    return type.equals("Object")
        ? PORT + "value" + call
        : "(" + type + ") " + PORT + "magic" + call;
  }

  private String type(MagicLine magic) {
    Class<?> result =
        magics.find(magic.magic().name()).<Class<?>>map(MagicSpec::result).orElse(Object.class);
    String name = result.getCanonicalName();
    return result == void.class || result == Object.class || name == null ? "Object" : name;
  }

  private static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                default -> literal.append((char) c);
              }
            });
    return literal.append('"').toString();
  }
}
