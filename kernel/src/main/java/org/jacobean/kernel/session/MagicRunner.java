package org.jacobean.kernel.session;

import java.util.List;
import java.util.Optional;
import org.jacobean.kernel.extend.MagicSpec;
import org.jspecify.annotations.Nullable;

/** The session's view of the magics: it rewrites their lines to calls of {@link #run}. */
public interface MagicRunner {
  Optional<MagicSpec> find(String name);

  List<MagicSpec> all();

  @Nullable Object run(String name, String line, @Nullable String body) throws Exception;
}
