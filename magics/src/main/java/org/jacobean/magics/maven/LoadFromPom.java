package org.jacobean.magics.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.extend.MagicSpec.Form;
import org.jacobean.kernel.extend.MagicSpec.Option;
import org.jacobean.kernel.magic.Arguments;
import org.jacobean.magics.general.UserPath;
import org.jspecify.annotations.Nullable;

/** {@code %loadFromPOM}: adds the dependencies of a POM, from a file or from the cell. */
public final class LoadFromPom implements Magic {
  private static final Set<String> SCOPES =
      Set.of("compile", "runtime", "system", "import", "provided", "test");
  private static final Set<String> USUAL = Set.of("compile", "runtime", "system", "import");

  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "loadFromPOM",
        Set.of(Form.LINE, Form.CELL),
        "Adds the dependencies of a POM, given in a file or in the cell.",
        List.of(
            "%%loadFromPOM", "%loadFromPOM pom.xml", "%loadFromPOM pom.xml compile runtime test"),
        List.of(
            new Option("--offline", "", "Takes only what was downloaded before."),
            new Option("--update", "", "Looks for newer snapshots now instead of once a day."),
            new Option("--verbose", "", "Names every jar added."),
            new Option("-v", "", "The same as --verbose.")),
        """
        Atop a cell, any of `<dependency>`, `<repository>`, lists of them, `<dependencyManagement>`, \
        `<properties>`, or a whole `<project>`, as READMEs show them:

        ```xml
        %%loadFromPOM
        <dependency>
          <groupId>org.apache.commons</groupId>
          <artifactId>commons-math3</artifactId>
          <version>3.6.1</version>
        </dependency>
        ```

        Words after it pick the scopes; `compile runtime system import` when there are none.\
        """,
        void.class);
  }

  @Override
  public @Nullable Object run(MagicCall call) throws Exception {
    var given = Arguments.anywhere(spec(), call);
    String body = call.body();
    if (body == null) {
      List<String> words = given.requiredWords("the POM's file");
      Path file = UserPath.of(call.notebook(), words.get(0)).path();
      if (!Files.isRegularFile(file)) {
        throw given.mistake(
            "there is no file "
                + file
                + ". Name a pom.xml, or paste its dependencies below %%loadFromPOM");
      }
      add(call, given, file, words.subList(1, words.size()));
    } else {
      Path file = Files.createTempFile("notebook", ".pom");
      try {
        Files.writeString(file, PomText.complete("%%loadFromPOM", body));
        add(call, given, file, given.words());
      } finally {
        Files.delete(file);
      }
    }
    return null;
  }

  private static void add(MagicCall call, Arguments given, Path file, List<String> scopes)
      throws MagicException, InterruptedException, IOException {
    Set<String> wanted = new HashSet<>(scopes);
    for (String scope : scopes) {
      if (!SCOPES.contains(scope)) {
        throw given.mistake(
            scope + " is not a scope. Scopes are compile, runtime, provided, test, system, import");
      }
    }
    String magic = (call.body() == null ? "%" : "%%") + call.name();
    Pom pom = PomHead.read(magic, file, wanted.isEmpty() ? USUAL : wanted);
    var manner =
        new Wishes.Manner(
            given.has("--offline"),
            given.has("--update"),
            false,
            given.has("--verbose") || given.has("-v"));
    var wishes =
        new Wishes(magic, List.of(), List.of(), List.of(), List.of(), Optional.of(pom), manner);
    Libraries.of(call).add(Objects.requireNonNull(call.notebook()), wishes);
  }
}
