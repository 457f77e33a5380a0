package org.jacobean.magics.show;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.jacobean.kernel.session.JavaSession;
import org.jacobean.kernel.session.Session;
import org.jacobean.kernel.session.SessionConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportsTest {
  @ParameterizedTest
  @ValueSource(strings = {"Diff", "Plots", "Explore", "Progress"})
  void theDoorsToOurPartsAreOpen(String name) {
    assertEquals(name, values(name + ".class.getSimpleName()"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Diff", "Progress"})
  void aClassOfTheUsersOwnComesFirst(String name) {
    assertEquals(3, values("record " + name + "(int n) {}", "new " + name + "(3).n()"));
  }

  @Test
  void derivativesNeedNoImport() {
    assertEquals(6.0, values("derivative(x -> x * x).at(3)"));
  }

  /** The last cell's value in a session that starts with our imports. */
  private static Object values(String... cells) {
    SessionConfig plain = SessionConfig.of(SessionConfig.NO_MAGICS);
    List<String> imports =
        Stream.of(plain.imports(), new Imports().imports()).flatMap(List::stream).toList();
    Object value = null;
    try (var session =
        new JavaSession(
            new SessionConfig(
                imports,
                plain.magics(),
                plain.classpath(),
                plain.parent(),
                plain.input(),
                plain.around(),
                plain.abandoned()))) {
      for (String cell : cells) {
        Session.Outcome outcome = session.run(new Session.Cell("cell", cell));
        if (outcome instanceof Session.Outcome.Failed failed) {
          throw new AssertionError(failed.message());
        }
        value = ((Session.Outcome.Done) outcome).value();
      }
    }
    return value;
  }
}
