package org.jacobean.magics.maven;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.extend.MagicSpec.Form;
import org.jacobean.kernel.extend.MagicSpec.Option;
import org.jacobean.kernel.magic.Arguments;
import org.jspecify.annotations.Nullable;

/** {@code %maven}: adds libraries from Maven repositories. */
public final class Maven implements Magic {
  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "maven",
        Set.of(Form.LINE),
        "Adds libraries from Maven repositories, with all they need.",
        List.of(
            "%maven org.apache.commons:commons-math3:3.6.1",
            "%maven group:artifact:[packaging:[classifier]]:version …",
            "%maven --bom com.fasterxml.jackson:jackson-bom:2.20.1 com.fasterxml.jackson.core:jackson-databind"),
        List.of(
            new Option(
                "--exclude", "group:artifact", "Leaves this one out, * for any; may be repeated."),
            new Option(
                "--bom",
                "coordinates",
                "Takes versions from a bill of materials; may be repeated."),
            new Option(
                "--from", "repository", "Asks only this one, by name or address; may be repeated."),
            new Option("--offline", "", "Takes only what was downloaded before."),
            new Option("--update", "", "Looks for newer snapshots now instead of once a day."),
            new Option("--sources", "", "Fetches sources too, for documentation while typing."),
            new Option("--verbose", "", "Names every jar added."),
            new Option("-v", "", "The same as --verbose.")),
        """
        Several libraries in one line agree on the versions of what they need. What was once \
        downloaded stays in the local repository and needs no network. Local repository, mirrors, \
        proxies and passwords are those of your Maven's `settings.xml`. Without a version the newest \
        release is taken, and said; a range such as `[1.0,2.0)` works. A class once loaded cannot be \
        exchanged: for another version of a library, restart the kernel.\
        """,
        void.class);
  }

  @Override
  public List<String> aliases() {
    return List.of("addMavenDependencies", "addMavenDependency");
  }

  @Override
  public @Nullable Object run(MagicCall call) throws MagicException, InterruptedException {
    var given = Arguments.anywhere(spec(), call);
    var wishes =
        new Wishes(
            "%" + call.name(),
            given.requiredWords("coordinates of a library").stream()
                .map(word -> word.replaceFirst(",$", ""))
                .toList(),
            given.values("--bom"),
            given.values("--exclude"),
            given.values("--from"),
            Optional.empty(),
            manner(given));
    Libraries.of(call).add(call.notebook(), wishes);
    return null;
  }

  private static Wishes.Manner manner(Arguments given) {
    return new Wishes.Manner(
        given.has("--offline"),
        given.has("--update"),
        given.has("--sources"),
        given.has("--verbose") || given.has("-v"));
  }
}
