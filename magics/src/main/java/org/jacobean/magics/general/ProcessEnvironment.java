package org.jacobean.magics.general;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jacobean.kernel.extend.MagicCall;

/**
 * Environment variables as started processes see them. A running JVM cannot change its own, so what
 * {@code %env} sets is kept here and added when {@code %%bash} starts a process.
 */
final class ProcessEnvironment {
  private final Map<String, String> added = new ConcurrentSkipListMap<>();

  static ProcessEnvironment of(MagicCall call) {
    return call.shared().of(ProcessEnvironment.class, ProcessEnvironment::new);
  }

  Map<String, String> all() {
    var all = new TreeMap<>(System.getenv());
    all.putAll(added);
    return all;
  }

  Optional<String> value(String name) {
    return Optional.ofNullable(all().get(name));
  }

  void set(String name, String value) {
    added.put(name, value);
  }
}
