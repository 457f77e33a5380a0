package org.jacobean.autodiff.trace.rewrite;

import java.util.LinkedHashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;

/** The classes a class file names in its constant pool. */
final class Mentions {
  private static final int CLASS = 7;

  private Mentions() {}

  static Set<String> in(byte[] code) {
    Set<String> names = new LinkedHashSet<>();
    if (code.length == 0) {
      return names;
    }
    ClassReader reader = new ClassReader(code);
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int at = reader.getItem(i);
      if (at > 0 && code[at - 1] == CLASS) {
        String name = reader.readUTF8(at, buffer);
        if (name != null && !name.startsWith("[") && !CallTable.isJdk(name)) {
          names.add(name);
        }
      }
    }
    return names;
  }
}
