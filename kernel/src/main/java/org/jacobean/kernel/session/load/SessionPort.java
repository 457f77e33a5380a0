package org.jacobean.kernel.session.load;

import org.jspecify.annotations.Nullable;

/** How generated code reaches its session: through its own class's loader, so nothing is static. */
public interface SessionPort {
  @Nullable Object magic(String name, String line, @Nullable String body) throws Exception;

  /** Asks the reader for a line; null at the end of input. */
  @Nullable String input(String prompt, boolean password);

  /** Called by generated code for a magic within Java. */
  static @Nullable Object magic(Class<?> caller, String name, String line) throws Exception {
    SnippetLoader loader = (SnippetLoader) caller.getClassLoader();
    return loader.session().port().magic(name, line, null);
  }

  /** The same for a magic that does not say what it gives: the variable it is kept in decides. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
  static <T> T value(Class<?> caller, String name, String line) throws Exception {
    return (T) magic(caller, name, line);
  }
}
