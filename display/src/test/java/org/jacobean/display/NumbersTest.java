package org.jacobean.display;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "10.0, 10",
    "8.736800000000001, 8.7368",
    "0.30000000000000004, 0.3",
    "-0.0, 0",
    "1e-12, 1e-12",
    "123456789, 123456800",
    "5.96e-8, 5.96e-8",
    "1e300, 1e300",
    "0.00012, 0.00012",
    "NaN, NaN",
    "Infinity, ∞",
    "-Infinity, -∞"
  })
  void numbersReadAsPeopleWriteThem(double value, String shown) {
    assertEquals(shown, Numbers.format(value));
  }

  @ParameterizedTest
  @CsvSource({"2.5e-9, 2.5 \\cdot 10^{-9}", "3, 3", "-Infinity, -\\infty"})
  void latexHasPowersOfTen(double value, String shown) {
    assertEquals(shown, Numbers.latex(value));
  }
}
