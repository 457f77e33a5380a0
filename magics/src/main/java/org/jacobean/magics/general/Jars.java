package org.jacobean.magics.general;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.extend.MagicSpec.Form;
import org.jacobean.kernel.magic.Arguments;

/** {@code %jars}: adds jar files to the class path. */
public final class Jars implements Magic {
  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "jars",
        Set.of(Form.LINE),
        "Adds jar files to the class path.",
        List.of("%jars lib/*.jar", "%jars lib", "%jars \"~/my jars/tool.jar\""),
        List.of(),
        """
        `*`, `?` and `**` match several files, a folder gives all its jars. The value is the list of \
        paths added: `List<String> added = %jars lib`. Libraries from Maven Central: `%maven`.\
        """,
        List.class);
  }

  @Override
  public List<String> aliases() {
    return List.of("jar");
  }

  @Override
  public Object run(MagicCall call) throws MagicException {
    List<String> patterns = Arguments.anywhere(spec(), call).requiredWords("a jar or a pattern");
    return Added.toClasspath("%" + call.name(), call.notebook(), patterns, Jars::jars);
  }

  private static List<Path> jars(List<Path> found) {
    return found.stream().flatMap(Jars::jars).toList();
  }

  private static Stream<Path> jars(Path path) {
    if (!Files.isDirectory(path)) {
      return Stream.of(path);
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList().stream();
    } catch (IOException e) {
      return Stream.of();
    }
  }
}
