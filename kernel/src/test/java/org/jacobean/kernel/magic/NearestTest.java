package org.jacobean.kernel.magic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> NAMES =
      List.of("time", "timeit", "maven", "mavenRepo", "grad", "lsmagic", "loadFromPOM");

  @ParameterizedTest
  @CsvSource({
    "tiem, time",
    "TIME, time",
    "mavn, maven",
    "gard, grad",
    "loadfrompom, loadFromPOM",
    "ls, lsmagic",
    "timit, timeit"
  })
  void aSlipOfTheFingerLeadsToTheNameMeant(String typed, String meant) {
    assertEquals(Optional.of(meant), Nearest.to(typed, NAMES));
  }

  @Test
  void whatResemblesNothingSuggestsNothing() {
    assertEquals(Optional.empty(), Nearest.to("zebra", NAMES));
    assertEquals(Optional.empty(), Nearest.to("", NAMES));
  }

  @Test
  void swappedLettersAreOneEdit() {
    assertEquals(1, Nearest.distance("gard", "grad"));
    assertEquals(3, Nearest.distance("kitten", "sitting"));
  }
}
