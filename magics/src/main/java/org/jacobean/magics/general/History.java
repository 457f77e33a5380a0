package org.jacobean.magics.general;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.extend.MagicSpec.Form;
import org.jacobean.kernel.extend.MagicSpec.Option;
import org.jacobean.kernel.extend.Notebook.HistoryEntry;
import org.jacobean.kernel.magic.Arguments;
import org.jspecify.annotations.Nullable;

/** {@code %history}: the cells run so far. */
public final class History implements Magic {
  private static final Pattern RANGE = Pattern.compile("(\\d+)(?:-(\\d+))?");
  private static final int ALL = 100_000;

  @Override
  public MagicSpec spec() {
    return new MagicSpec(
        "history",
        Set.of(Form.LINE),
        "Prints the cells run so far.",
        List.of("%history", "%history -n 3-5 8", "%history -g *Table*", "%history -l 20"),
        List.of(
            new Option("-n", "", "With the cells' numbers."),
            new Option("-l", "count", "The last ones, earlier sessions included."),
            new Option(
                "-g", "pattern", "Those that contain the pattern, in all sessions; * and ? match."),
            new Option("-f", "file", "Writes to a file instead.")),
        "Without options, this session's cells; numbers and ranges pick some of them.",
        void.class);
  }

  @Override
  public List<String> aliases() {
    return List.of("hist");
  }

  @Override
  public @Nullable Object run(MagicCall call) throws MagicException {
    var given = Arguments.anywhere(spec(), call);
    List<HistoryEntry> entries = chosen(call, given);
    String text =
        entries.stream()
            .map(entry -> given.has("-n") ? numbered(entry, entries) : entry.source())
            .collect(Collectors.joining("\n"));
    if (given.has("-f")) {
      write(call, given, text);
    } else if (entries.isEmpty()) {
      call.notebook().out().println("No such cell in the history.");
    } else {
      call.notebook().out().println(text);
    }
    return null;
  }

  private static List<HistoryEntry> chosen(MagicCall call, Arguments given) throws MagicException {
    if (given.has("-l")) {
      int count = given.integer("-l", 10);
      if (count < 1) {
        throw given.mistake("-l " + count + " is too few: at least 1 is needed");
      }
      return call.notebook().history(count);
    }
    List<HistoryEntry> all = call.notebook().history(ALL);
    if (given.has("-g")) {
      Pattern glob = glob(given.value("-g").orElse(""));
      return all.stream().filter(entry -> glob.matcher(entry.source()).find()).toList();
    }
    int current = all.stream().mapToInt(HistoryEntry::session).max().orElse(0);
    List<HistoryEntry> here = all.stream().filter(e -> e.session() == current).toList();
    return given.text().isEmpty() ? here : inRanges(here, given);
  }

  private static List<HistoryEntry> inRanges(List<HistoryEntry> entries, Arguments given)
      throws MagicException {
    var chosen = new ArrayList<HistoryEntry>();
    for (String word : given.words()) {
      Matcher range = RANGE.matcher(word);
      if (!range.matches()) {
        throw given.mistake(word + " is neither a cell number nor a range such as 3-5");
      }
      long from = Long.parseLong(range.group(1));
      long to = range.group(2) == null ? from : Long.parseLong(range.group(2));
      entries.stream().filter(e -> e.line() >= from && e.line() <= to).forEach(chosen::add);
    }
    return Collections.unmodifiableList(chosen);
  }

  private static Pattern glob(String typed) {
    String regex =
        typed
            .chars()
            .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
            .collect(Collectors.joining());
    return Pattern.compile(regex, Pattern.DOTALL);
  }

  private static String numbered(HistoryEntry entry, List<HistoryEntry> entries) {
    boolean several = entries.stream().mapToInt(HistoryEntry::session).distinct().count() > 1;
    String number = (several ? entry.session() + "/" : "") + entry.line();
    return "%6s: %s".formatted(number, entry.source().replace("\n", "\n        "));
  }

  private static void write(MagicCall call, Arguments given, String text) throws MagicException {
    Path file = UserPath.of(call.notebook(), given.value("-f").orElseThrow()).path();
    try {
      Files.writeString(file, text + "\n");
    } catch (IOException e) {
      throw new MagicException("%history: " + file + " could not be written: " + e.getMessage(), e);
    }
    call.notebook().out().println("Wrote " + file);
  }
}
