package org.jacobean.kernel.magic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.extend.MagicSpec.Form;
import org.jacobean.kernel.extend.MagicSpec.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
  private static final MagicSpec SPEC =
      new MagicSpec(
          "grad",
          Set.of(Form.LINE),
          "The gradient.",
          List.of("%grad f(1, 2) wrt x"),
          List.of(
              new Option("wrt", "names", "The parameters."),
              new Option("at", "x=1, …", "The point."),
              new Option("steps", "count", "How many."),
              new Option("-n", "count", "How often."),
              new Option("--quiet", "", "Show nothing.")),
          "",
          void.class);

  private static MagicCall call(String line) {
    return new MagicCall("grad", line, null, null);
  }

  private static Arguments anywhere(String line) throws MagicException {
    return Arguments.anywhere(SPEC, call(line));
  }

  private static Arguments leading(String line) throws MagicException {
    return Arguments.leading(SPEC, call(line));
  }

  @Test
  void wordOptionsTakeAllUpToTheNextOption() throws Exception {
    var given = anywhere("f(1, 2) wrt x, y at x=1, y=g(1, 2) --quiet");
    assertEquals("f(1, 2)", given.text());
    assertEquals(List.of("x", "y"), given.list("wrt"));
    assertEquals(Map.of("x", "1", "y", "g(1, 2)"), given.assignments("at"));
    assertTrue(given.has("--quiet"));
    assertFalse(given.has("-n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"f(1) steps=100", "f(1) steps 100", "f(1) steps = 100", "steps=100 wrt x"})
  void anOptionsValueMayFollowASpaceOrAnEqualsSign(String line) throws Exception {
    assertEquals(100, anywhere(line).integer("steps", 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-n 5 f()", "-n5 f()", "-n=5 f()", "--quiet -n 5 f()"})
  void dashOptionsTakeOneWord(String line) throws Exception {
    assertEquals(5, leading(line).integer("-n", 1));
    assertEquals("f()", leading(line).text());
  }

  @Test
  void aCommentEndsTheLine() throws Exception {
    var given = anywhere("f(1, 2) wrt x // the slope, at y");
    assertEquals("f(1, 2)", given.text());
    assertEquals(List.of("x"), given.list("wrt"));
    assertFalse(given.has("at"));
    assertEquals("f(\"a // b\", 4 //* 2)", anywhere("f(\"a // b\", 4 //* 2)").text());
    assertEquals("http://host/a", anywhere("http://host/a").text());
  }

  @Test
  void optionNamesInsideBracketsAndQuotesAreText() throws Exception {
    assertEquals("f(wrt, at)", anywhere("f(wrt, at)").text());
    assertEquals("f(\" wrt x \")", anywhere("f(\" wrt x \")").text());
    assertEquals(
        "(x, at) -> { return x --quiet; }", anywhere("(x, at) -> { return x --quiet; }").text());
  }

  @Test
  void codeAfterLeadingOptionsIsUntouched() throws Exception {
    assertEquals("x = x  -n   * \"a\\\\b  c\"", leading("-n 3 x = x  -n   * \"a\\\\b  c\"").text());
  }

  @Test
  void twoDashesEndTheOptions() throws Exception {
    assertEquals("-x", leading("-n 3 -- -x").text());
    assertEquals("f() --quiet", anywhere("f() -- --quiet").text());
  }

  @Test
  void textKeepsItsInnerSpacing() throws Exception {
    assertEquals("\"a  b\" +  c", anywhere("\"a  b\" +  c wrt x").text());
  }

  @Test
  void wordsLoseTheirQuotesButNoBackslash() throws Exception {
    assertEquals(
        List.of("C:\\new dir\\x", "D:\\y", "it's", "say \"hi\""),
        anywhere("\"C:\\new dir\\x\" D:\\y it's \"say \\\"hi\\\"\"").words());
  }

  @Test
  void aRepeatedOptionKeepsEveryValueAndTheLastCounts() throws Exception {
    var given = anywhere("-n 1 -n 2");
    assertEquals(List.of("1", "2"), given.values("-n"));
    assertEquals(Optional.of("2"), given.value("-n"));
  }

  @Test
  void whatIsNotGivenHasItsDefault() throws Exception {
    assertEquals(7, anywhere("f()").integer("steps", 7));
    assertEquals(0.5, anywhere("f()").number("steps", 0.5));
    assertEquals(List.of(), anywhere("f()").list("wrt"));
    assertEquals(Map.of(), anywhere("f()").assignments("at"));
  }

  @Test
  void anUnknownFlagIsNamedWithItsPlaceAndTheNearest() {
    assertMistake(
        () -> anywhere("f(1) --quite"),
        "%grad: --quite (column 6) is not one of its options. Did you mean --quiet? It knows wrt, at,"
            + " steps, -n, --quiet. Code or names that start with a dash go after --");
    assertMistake(
        () -> leading("-z f()"),
        "%grad: -z (column 1) is not one of its options. Did you mean -n? It knows wrt, at, steps, -n,"
            + " --quiet. Code or names that start with a dash go after --");
  }

  @Test
  void anUnknownFlagOfACellMagicWithoutOptionsSaysSo() {
    var spec =
        new MagicSpec("html", Set.of(Form.CELL), "s", List.of("%%html"), List.of(), "", void.class);
    assertMistake(
        () -> Arguments.anywhere(spec, new MagicCall("html", "--x", "body", null)),
        "%%html: --x (column 1) is not one of its options. It takes no options. Code or names that"
            + " start with a dash go after --");
  }

  @Test
  void aMissingValueIsNamedWithWhatBelongsThere() {
    assertMistake(
        () -> anywhere("f(1) wrt"),
        "%grad: wrt (column 6) needs names after it: wrt names. The parameters.");
    assertMistake(
        () -> leading("-n"), "%grad: -n (column 1) needs count after it: -n count. How often.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "steps=1x0 | %grad: column 7: 1x0 is not a whole number. Write for example steps 10. %grad? shows help",
        "steps 2.5 | %grad: column 7: 2.5 is not a whole number. Write for example steps 10. %grad? shows help"
      })
  void aNumberThatIsNoneIsNamedWithItsPlace(String line, String message) {
    assertMistake(() -> anywhere(line).integer("steps", 1), message);
  }

  @Test
  void aDecimalThatIsNoneIsNamedWithItsPlace() {
    assertMistake(
        () -> anywhere("steps=many").number("steps", 1),
        "%grad: column 7: many is not a number. Write for example steps 0.1. %grad? shows help");
  }

  @Test
  void anAssignmentThatIsNoneIsNamedWithItsPlace() {
    assertMistake(
        () -> anywhere("f at x=1, 2").assignments("at"),
        "%grad: column 11: 2 does not say which name gets which value. Write for example at x=1, y=2."
            + " %grad? shows help");
    assertMistake(
        () -> anywhere("f at x=1, x=2").assignments("at"),
        "%grad: column 11: x is given twice after at. Leave one of them. %grad? shows help");
  }

  @Test
  void missingAndSuperfluousTextIsExplained() {
    assertMistake(
        () -> anywhere("").requiredText("a method call"),
        "%grad: a method call is missing. Write %grad f(1, 2) wrt x. %grad? shows help");
    assertMistake(
        () -> anywhere("a b").onlyWord("file"),
        "%grad: one file is expected, 2 words stand there: a b. Put quotes around it when it contains"
            + " spaces. %grad? shows help");
    assertMistake(
        () -> anywhere("a b").expectNoText(),
        "%grad: \"a b\" is not understood. Write %grad f(1, 2) wrt x. %grad? shows help");
  }

  private static void assertMistake(
      org.junit.jupiter.api.function.Executable reading, String message) {
    assertEquals(message, assertThrows(MagicException.class, reading).getMessage());
  }
}
