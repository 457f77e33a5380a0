package org.jacobean.kernel.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jacobean.kernel.extend.MagicSpec;
import org.jspecify.annotations.Nullable;

/** A session to write tests in: each call is a cell and what it must give. */
final class Cells implements AutoCloseable {
  /** A magic of a test. */
  interface Trick {
    @Nullable Object run(String line, @Nullable String body) throws Exception;
  }

  final JavaSession session;
  final List<String> calls = new ArrayList<>();
  private final Map<String, Trick> tricks = new TreeMap<>();
  private final Map<String, Class<?>> results = new TreeMap<>();
  private int count;

  Cells() {
    session = new JavaSession(SessionConfig.of(new Runner()));
    org.jacobean.kernel.session.load.Interrupts.warmUp();
  }

  /** Adds a magic with the type of its value. */
  Cells with(String name, Class<?> result, Trick trick) {
    tricks.put(name, trick);
    results.put(name, result);
    return this;
  }

  Session.Outcome run(String source) {
    return session.run(new Session.Cell("cell " + ++count, source));
  }

  /** The cell ends well and shows this value. */
  Cells shows(Object value, String source) {
    Session.Outcome.Done done = done(source);
    assertTrue(done.shown(), () -> "shows nothing: " + source);
    assertEquals(value, done.value(), source);
    return this;
  }

  /** The cell ends well and shows nothing. */
  Cells quiet(String source) {
    assertTrue(!done(source).shown(), () -> "shows something: " + source);
    return this;
  }

  Session.Outcome.Done done(String source) {
    Session.Outcome outcome = run(source);
    if (outcome instanceof Session.Outcome.Failed failed) {
      fail(source + "\n" + String.join("\n", failed.traceback()), failed.cause());
    }
    return (Session.Outcome.Done) outcome;
  }

  /** The cell fails under this name; gives the traceback without colours. */
  String fails(String name, String source) {
    Session.Outcome.Failed failed =
        assertInstanceOf(Session.Outcome.Failed.class, run(source), source);
    String text = String.join("\n", failed.traceback()).replaceAll("\u001b\\[\\d+m", "");
    assertEquals(name, failed.name(), text);
    return text;
  }

  @Override
  public void close() {
    session.close();
  }

  private final class Runner implements MagicRunner {
    @Override
    public Optional<MagicSpec> find(String name) {
      return Optional.ofNullable(tricks.get(name)).map(trick -> spec(name));
    }

    private MagicSpec spec(String name) {
      return new MagicSpec(
          name,
          java.util.Set.of(MagicSpec.Form.LINE),
          "A test's " + name + ".",
          List.of("%" + name),
          List.of(new MagicSpec.Option("--quiet", "", "says nothing")),
          "",
          results.getOrDefault(name, Object.class));
    }

    @Override
    public List<MagicSpec> all() {
      return tricks.keySet().stream().map(this::spec).toList();
    }

    @Override
    public @Nullable Object run(String name, String line, @Nullable String body) throws Exception {
      calls.add(name + "|" + line + (body == null ? "" : "|" + body));
      Trick trick = tricks.get(name);
      if (trick == null) {
        throw new org.jacobean.kernel.extend.MagicException("no magic is called " + name);
      }
      return trick.run(line, body);
    }
  }
}
