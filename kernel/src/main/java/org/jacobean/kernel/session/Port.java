package org.jacobean.kernel.session;

import org.jacobean.kernel.session.load.SessionPort;
import org.jspecify.annotations.Nullable;

/** What generated code may ask of its session. */
final class Port implements SessionPort {
  private final SessionConfig config;

  Port(SessionConfig config) {
    this.config = config;
  }

  @Override
  public @Nullable Object magic(String name, String line, @Nullable String body) throws Exception {
    return config.magics().run(name, line, body);
  }

  @Override
  public @Nullable String input(String prompt, boolean password) {
    return config.input().read(prompt, password);
  }
}
