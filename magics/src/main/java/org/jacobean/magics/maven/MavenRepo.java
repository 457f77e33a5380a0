package org.jacobean.magics.maven;

import java.util.List;
import java.util.Set;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.extend.MagicSpec.Form;
import org.jacobean.kernel.magic.Arguments;
import org.jspecify.annotations.Nullable;

/** {@code %mavenRepo}: adds a repository to those {@code %maven} asks. */
public final class MavenRepo implements Magic {
  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "mavenRepo",
        Set.of(Form.LINE),
        "Adds a Maven repository to those asked for libraries, or lists them.",
        List.of("%mavenRepo snapshots https://example.org/maven/snapshots", "%mavenRepo"),
        List.of(),
        """
        Releases and snapshots are taken from it. The name matters when it needs a password: that is \
        looked up under `<servers>` in Maven's `settings.xml`. Without arguments it lists the \
        repositories known.\
        """,
        void.class);
  }

  @Override
  public List<String> aliases() {
    return List.of("addMavenRepo");
  }

  @Override
  public @Nullable Object run(MagicCall call) throws MagicException {
    var given = Arguments.anywhere(spec(), call);
    List<String> words = given.words();
    switch (words.size()) {
      case 0 -> Libraries.of(call).repositories().forEach(call.notebook().out()::println);
      case 1 -> add(call, given, words.get(0));
      case 2 -> add(call, given, words.get(0), words.get(1));
      default ->
          throw given.mistake("a name and an address are expected. Write " + spec().usage().get(0));
    }
    return null;
  }

  private static void add(MagicCall call, Arguments given, String url) throws MagicException {
    if (!url.contains(":")) {
      throw given.mistake(url + " is not an address. Write %mavenRepo " + url + " https://…");
    }
    add(call, given, Repositories.nameFor(url), url);
  }

  private static void add(MagicCall call, Arguments given, String id, String url)
      throws MagicException {
    if (!url.contains(":")) {
      throw given.mistake(url + " is not an address. Write %mavenRepo " + id + " https://…");
    }
    String added = Libraries.of(call).addRepository(id, url);
    call.notebook().out().println("Added repository " + added);
  }
}
