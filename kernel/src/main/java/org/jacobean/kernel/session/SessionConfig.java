package org.jacobean.kernel.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.MagicSpec;
import org.jspecify.annotations.Nullable;

/**
 * What a session starts with.
 *
 * @param imports import lines known before the first cell
 * @param magics who runs what stands after a percent sign
 * @param classpath what cells compile against besides the user's own additions
 * @param parent the loader of what the kernel shares with cells
 * @param input answers {@code System.console()}
 * @param around runs a cell's body on its thread; sets what that thread and its children inherit
 * @param abandoned told of a thread that could not be stopped, so that its output can be cut
 */
public record SessionConfig(
    List<String> imports,
    MagicRunner magics,
    List<Path> classpath,
    ClassLoader parent,
    Input input,
    Around around,
    Consumer<Thread> abandoned) {

  /** Asks the reader for a line. */
  public interface Input {
    @Nullable String read(String prompt, boolean password);
  }

  /** Called on the cell's own thread; must run the body once. */
  public interface Around {
    void run(Session.Cell cell, Runnable body);
  }

  /** For a session that is to know Java alone. */
  public static final MagicRunner NO_MAGICS =
      new MagicRunner() {
        @Override
        public Optional<MagicSpec> find(String name) {
          return Optional.empty();
        }

        @Override
        public List<MagicSpec> all() {
          return List.of();
        }

        @Override
        public Object run(String name, String line, @Nullable String body) throws MagicException {
          throw new MagicException("%" + name + " is no magic: there are none here");
        }
      };

  /** A session with the default imports and nothing around it. */
  public static SessionConfig of(MagicRunner magics) {
    return new SessionConfig(
        DefaultImports.ALL,
        magics,
        DefaultImports.ownClasspath(),
        SessionConfig.class.getClassLoader(),
        (prompt, password) -> "",
        (cell, body) -> body.run(),
        thread -> {});
  }
}
