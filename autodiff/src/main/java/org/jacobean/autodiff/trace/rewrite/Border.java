package org.jacobean.autodiff.trace.rewrite;

import java.net.URL;
import java.security.CodeSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which classes are rewritten, and which stay as they are, outside every traced world. */
public final class Border {
  private static final String OURS = "org/jacobean/";

  /** Logging keeps its own world of threads and files; what it is told are constants. */
  private static final List<String> OUTSIDE =
      List.of(
          "org/slf4j/", "org/apache/logging/", "org/apache/commons/logging/", "ch/qos/logback/");

  private Border() {}

  /** By name alone: the JDK, the engine and logging. Engine tests are told apart by their class. */
  static boolean staysOutside(String internalName) {
    return CallTable.isJdk(internalName)
        || OUTSIDE.stream().anyMatch(internalName::startsWith)
        || internalName.startsWith(OURS) && Engine.declares(internalName);
  }

  public static boolean staysOutside(Class<?> c) {
    if (c.isArray()) {
      return staysOutside(c.getComponentType());
    }
    String name = c.getName().replace('.', '/');
    return c.isPrimitive()
        || c.getClassLoader() == null
        || c.getClassLoader() == ClassLoader.getPlatformClassLoader()
        || OUTSIDE.stream().anyMatch(name::startsWith)
        || CallTable.isJdk(name)
        || name.startsWith(OURS) && sameSource(c);
  }

  private static boolean sameSource(Class<?> c) {
    return Objects.equals(source(c), source(Border.class));
  }

  /** Library classes come from jars and initialise themselves; others are the user's. */
  static boolean isUsers(Class<?> c) {
    URL from = source(c);
    return from == null || !from.getPath().endsWith(".jar");
  }

  /** Enums and interfaces initialise themselves: their constants are what they are. */
  static boolean copiesStatics(Class<?> c) {
    return isUsers(c) && !c.isInterface() && !c.isEnum();
  }

  private static @Nullable URL source(Class<?> c) {
    CodeSource s = c.getProtectionDomain().getCodeSource();
    return s == null ? null : s.getLocation();
  }

  /** Asks the engine's own loader which class a name means. */
  private static final class Engine {
    static boolean declares(String internalName) {
      try {
        ClassLoader ours = Border.class.getClassLoader();
        return sameSource(Class.forName(internalName.replace('/', '.'), false, ours));
      } catch (ClassNotFoundException | LinkageError e) {
        return false;
      }
    }
  }
}
