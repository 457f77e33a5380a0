package org.jacobean.kernel.magic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.MagicSpec;

/**
 * The line of a magic, read by the options its spec declares: {@code --flag}, {@code -n 10}, {@code
 * steps=100}, {@code wrt x, y}, {@code at x=1, y=2}. Options that start with a dash take one word,
 * the others all up to the next option; brackets and quotes keep together what they enclose. Every
 * complaint names the column and the remedy.
 */
public final class Arguments {
  /** A value given to an option, where on the line it stands. */
  record Given(String value, int column) {}

  private final MagicSpec spec;
  private final String shownName;
  private final String text;
  private final Map<String, List<Given>> options;

  Arguments(MagicSpec spec, String shownName, String text, Map<String, List<Given>> options) {
    this.spec = spec;
    this.shownName = shownName;
    this.text = text;
    this.options = options;
  }

  /**
   * Options may stand anywhere outside brackets and quotes; {@link #text} is the rest, without a
   * comment at its end ({@code // …}).
   */
  public static Arguments anywhere(MagicSpec spec, MagicCall call) throws MagicException {
    return new ArgumentReader(spec, call).anywhere();
  }

  /** Options come first; {@link #text} is what follows, untouched, as Java code needs it. */
  public static Arguments leading(MagicSpec spec, MagicCall call) throws MagicException {
    return new ArgumentReader(spec, call).leading();
  }

  /** What is left of the line without its options, trimmed. */
  public String text() {
    return text;
  }

  /** The text, or the complaint that it is missing with the first usage line as the remedy. */
  public String requiredText(String what) throws MagicException {
    if (text.isEmpty()) {
      throw missing(what);
    }
    return text;
  }

  /** The text in words, quotes removed. */
  public List<String> words() {
    return Words.split(text).stream().map(word -> Words.unquoted(word.text())).toList();
  }

  /** At least one word, or the complaint that {@code what} is missing. */
  public List<String> requiredWords(String what) throws MagicException {
    requiredText(what);
    return words();
  }

  /** Exactly one word. */
  public String onlyWord(String what) throws MagicException {
    List<String> words = requiredWords(what);
    if (words.size() > 1) {
      throw mistake(
          "one "
              + what
              + " is expected, "
              + words.size()
              + " words stand there: "
              + text
              + ". Put quotes around it when it contains spaces");
    }
    return words.get(0);
  }

  /** For magics that take options only. */
  public void expectNoText() throws MagicException {
    if (!text.isEmpty()) {
      throw mistake("\"" + text + "\" is not understood. Write " + spec.usage().get(0));
    }
  }

  /** The name of the magic that they are given to. */
  public String magic() {
    return spec.name();
  }

  /** The words that the spec declares. */
  public List<String> options() {
    return spec.options().stream().map(MagicSpec.Option::word).toList();
  }

  public boolean has(String option) {
    return options.containsKey(option);
  }

  /** The value given to an option, quotes removed; of several the last. */
  public Optional<String> value(String option) {
    return last(option).map(given -> Words.unquoted(given.value()));
  }

  /** Every value given to an option that may be repeated. */
  public List<String> values(String option) {
    return given(option).map(given -> Words.unquoted(given.value())).toList();
  }

  public int integer(String option, int otherwise) throws MagicException {
    return number(option, "a whole number", "10", Integer::valueOf).orElse(otherwise);
  }

  public double number(String option, double otherwise) throws MagicException {
    return number(option, "a number", "0.1", Double::valueOf).orElse(otherwise);
  }

  private <N extends Number> Optional<N> number(
      String option, String kind, String example, java.util.function.Function<String, N> parser)
      throws MagicException {
    var given = last(option);
    if (given.isEmpty()) {
      return Optional.empty();
    }
    String typed = Words.unquoted(given.get().value());
    try {
      return Optional.of(parser.apply(typed.replace("_", "")));
    } catch (NumberFormatException e) {
      throw mistake(
          place(given.get())
              + ": "
              + typed
              + " is not "
              + kind
              + ". Write for example "
              + option
              + " "
              + example);
    }
  }

  /** {@code wrt x, y} as [x, y]; empty when the option is not given. */
  public List<String> list(String option) {
    return given(option)
        .flatMap(given -> Words.splitAtCommas(given.value()).stream())
        .map(word -> Words.unquoted(word.text()))
        .toList();
  }

  /** {@code at x=1, y=2} as {x: 1, y: 2} in the order typed; the values are Java expressions. */
  public Map<String, String> assignments(String option) throws MagicException {
    var assigned = new LinkedHashMap<String, String>();
    for (Given given : given(option).toList()) {
      for (Words.Word word : Words.splitAtCommas(given.value())) {
        assign(assigned, option, given, word);
      }
    }
    return assigned;
  }

  private void assign(Map<String, String> assigned, String option, Given given, Words.Word word)
      throws MagicException {
    int equals = word.text().indexOf('=');
    String name = equals < 0 ? "" : word.text().substring(0, equals).strip();
    String value = word.text().substring(equals + 1).strip();
    if (name.isEmpty() || value.isEmpty() || !isName(name)) {
      throw mistake(
          "column "
              + (given.column() + word.start())
              + ": "
              + word.text()
              + " does not say which name gets which value. Write for example "
              + option
              + " x=1, y=2");
    }
    if (assigned.put(name, value) != null) {
      throw mistake(
          "column "
              + (given.column() + word.start())
              + ": "
              + name
              + " is given twice after "
              + option
              + ". Leave one of them");
    }
  }

  private static boolean isName(String name) {
    return Character.isJavaIdentifierStart(name.charAt(0))
        && name.chars().allMatch(Character::isJavaIdentifierPart);
  }

  /** A complaint in this magic's name, for what only the magic itself can judge. */
  public MagicException mistake(String message) {
    String stop = message.endsWith("?") || message.endsWith(".") ? " " : ". ";
    return new MagicException(shownName + ": " + message + stop + shownName + "? shows help");
  }

  private MagicException missing(String what) {
    return mistake(what + " is missing. Write " + spec.usage().get(0));
  }

  private String place(Given given) {
    return "column " + given.column();
  }

  private Optional<Given> last(String option) {
    return given(option).reduce((first, second) -> second);
  }

  private Stream<Given> given(String option) {
    return options.getOrDefault(option, List.of()).stream();
  }
}
