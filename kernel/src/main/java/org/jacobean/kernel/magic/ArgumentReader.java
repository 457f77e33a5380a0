package org.jacobean.kernel.magic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.extend.MagicSpec.Option;
import org.jacobean.kernel.magic.Arguments.Given;
import org.jacobean.kernel.magic.Words.Word;

/** Reads one line into {@link Arguments}. */
final class ArgumentReader {
  private static final Pattern LONG_FLAG = Pattern.compile("--[A-Za-z][\\w-]*(=.*)?");
  private static final Pattern SHORT_FLAG = Pattern.compile("-[A-Za-z]\\w*");

  private final MagicSpec spec;
  private final String line;
  private final String shownName;
  private List<Word> words;
  private final Map<String, List<Given>> options = new LinkedHashMap<>();
  private int next;

  ArgumentReader(MagicSpec spec, MagicCall call) {
    this.spec = spec;
    this.line = call.line();
    this.shownName = (call.body() == null ? "%" : "%%") + call.name();
    this.words = Words.split(line);
  }

  Arguments anywhere() throws MagicException {
    words = words.stream().takeWhile(word -> !word.text().startsWith("//")).toList();
    var text = new StringBuilder();
    while (next < words.size()) {
      Word word = words.get(next);
      if (word.text().equals("--")) {
        text.append(text.isEmpty() ? "" : " ").append(line.substring(word.end()).strip());
        next = words.size();
      } else if (!readOption(word, false)) {
        // Text keeps its inner spacing: string literals and code must arrive as typed.
        int end = endOfText();
        text.append(text.isEmpty() ? "" : " ").append(line, word.start(), end);
      }
    }
    return new Arguments(spec, shownName, text.toString().strip(), options);
  }

  Arguments leading() throws MagicException {
    while (next < words.size() && !words.get(next).text().equals("--")) {
      if (!readOption(words.get(next), true)) {
        return new Arguments(
            spec, shownName, line.substring(words.get(next).start()).strip(), options);
      }
    }
    String rest = next < words.size() ? line.substring(words.get(next).end()).strip() : "";
    return new Arguments(spec, shownName, rest, options);
  }

  private int endOfText() {
    int end = words.get(next).end();
    next++;
    while (next < words.size() && !startsOption(words.get(next))) {
      end = words.get(next).end();
      next++;
    }
    return end;
  }

  private boolean startsOption(Word word) {
    return word.text().equals("--")
        || optionAt(word).isPresent()
        || LONG_FLAG.matcher(word.text()).matches();
  }

  private boolean readOption(Word word, boolean strict) throws MagicException {
    Optional<Option> declared = optionAt(word);
    if (declared.isPresent()) {
      next++;
      read(declared.get(), word);
      return true;
    }
    if (LONG_FLAG.matcher(word.text()).matches()
        || (strict && SHORT_FLAG.matcher(word.text()).matches())) {
      throw unknown(word);
    }
    return false;
  }

  /** The option a word names: {@code wrt}, {@code --steps}, {@code steps=3}, {@code -n5}. */
  private Optional<Option> optionAt(Word word) {
    for (Option option : spec.options()) {
      if (word.text().equals(option.word())) {
        return Optional.of(option);
      }
    }
    for (Option option : spec.options()) {
      if (!option.argument().isEmpty() && attached(option, word.text()).isPresent()) {
        return Optional.of(option);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> attached(Option option, String word) {
    String name = option.word();
    if (word.startsWith(name + "=") && !word.startsWith(name + "==")) {
      return Optional.of(word.substring(name.length() + 1));
    }
    boolean glued = name.matches("-[A-Za-z]") && word.matches(name + "\\d+");
    return glued ? Optional.of(word.substring(2)) : Optional.empty();
  }

  private void read(Option option, Word word) throws MagicException {
    if (option.argument().isEmpty()) {
      keep(option, new Given("", word.column()));
      return;
    }
    int from = word.text().equals(option.word()) ? word.end() : afterName(option, word);
    int to = option.word().startsWith("-") ? endOfOneWord(word, from) : endOfPhrase(word, from);
    String value = line.substring(from, to).replaceFirst("^\\s+=(?!=)", "");
    if (value.isBlank()) {
      throw needsArgument(option, word);
    }
    int start = to - value.stripLeading().length();
    keep(option, new Given(value.strip(), start + 1));
  }

  private static int afterName(Option option, Word word) {
    boolean equals = word.text().startsWith(option.word() + "=");
    return word.start() + option.word().length() + (equals ? 1 : 0);
  }

  private int endOfOneWord(Word word, int from) {
    if (from < word.end()) {
      return word.end();
    }
    return next < words.size() ? words.get(next++).end() : from;
  }

  private int endOfPhrase(Word word, int from) {
    int end = Math.max(from, word.end());
    while (next < words.size() && !startsOption(words.get(next))) {
      end = words.get(next).end();
      next++;
    }
    return end;
  }

  private void keep(Option option, Given given) {
    options.computeIfAbsent(option.word(), w -> new ArrayList<>()).add(given);
  }

  private MagicException needsArgument(Option option, Word word) {
    return new MagicException(
        "%s: %s (column %d) needs %s after it: %s %s. %s"
            .formatted(
                shownName,
                option.word(),
                word.column(),
                option.argument(),
                option.word(),
                option.argument(),
                option.summary()));
  }

  private MagicException unknown(Word word) {
    String typed = word.text().replaceFirst("=.*", "");
    List<String> names = spec.options().stream().map(Option::word).toList();
    String meant = Nearest.to(typed, names).map(n -> " Did you mean " + n + "?").orElse("");
    String known =
        names.isEmpty() ? " It takes no options." : " It knows " + String.join(", ", names) + ".";
    return new MagicException(
        "%s: %s (column %d) is not one of its options.%s%s Code or names that start with a dash"
                .formatted(shownName, typed, word.column(), meant, known)
            + " go after --");
  }
}
