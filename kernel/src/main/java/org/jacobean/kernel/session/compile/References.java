package org.jacobean.kernel.session.compile;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;

/**
 * What compiled classes refer to within the session, read from their constant pools.
 *
 * @param classes binary names with slashes, types of signatures and locals included
 * @param members fields and methods as {@code owner.name}
 * @param links fields and methods as {@code owner.name:descriptor}
 */
public record References(Set<String> classes, Set<String> members, Set<String> links) {
  private static final Pattern CLASS = Pattern.compile("REPL/\\$JShell\\$[^;<>:().,\\[/\"\\s]+");
  private static final Pattern WRAPPER = Pattern.compile("REPL[/.](\\$JShell\\$\\d+)");
  private static final int UTF8 = 1;
  private static final int FIELD = 9;
  private static final int INTERFACE_METHOD = 11;

  /** The references of all these classes together. */
  public static References of(List<ClassFile> files) {
    References all = new References(new HashSet<>(), new HashSet<>(), new HashSet<>());
    files.forEach(file -> all.read(new ClassReader(file.bytes())));
    return all;
  }

  /** The wrapper in which a session class lies, without the package. */
  public static String wrapper(String className) {
    Matcher wrapper = WRAPPER.matcher(className);
    return wrapper.lookingAt() ? wrapper.group(1) : "";
  }

  private void read(ClassReader reader) {
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int offset = reader.getItem(i);
      if (offset == 0) {
        continue;
      }
      int tag = reader.readByte(offset - 1);
      if (tag == UTF8) {
        Matcher found = CLASS.matcher(text(reader, offset));
        while (found.find()) {
          classes.add(found.group());
        }
      } else if (tag >= FIELD && tag <= INTERFACE_METHOD) {
        member(reader, offset, buffer);
      }
    }
  }

  private void member(ClassReader reader, int offset, char[] buffer) {
    String owner = reader.readClass(offset, buffer);
    if (owner.startsWith("REPL/")) {
      int nameAndType = reader.getItem(reader.readUnsignedShort(offset + 2));
      String name = owner + "." + reader.readUTF8(nameAndType, buffer);
      members.add(name);
      links.add(name + ":" + reader.readUTF8(nameAndType + 2, buffer));
    }
  }

  /** The modified UTF-8 of a session name is mostly plain; anything else is matched byte-wise. */
  private static String text(ClassReader reader, int offset) {
    int length = reader.readUnsignedShort(offset);
    if (length < "REPL/".length()) {
      return "";
    }
    byte[] bytes = new byte[length];
    for (int k = 0; k < length; k++) {
      bytes[k] = (byte) reader.readByte(offset + 2 + k);
    }
    return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
  }
}
