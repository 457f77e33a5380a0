package org.jacobean.kernel.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.extend.MagicSpec.Form;
import org.jspecify.annotations.Nullable;

/** A magic that a library registered with jjava; it gets its line split into words. */
final class JJavaMagic implements Magic {
  /** What runs it. */
  interface Run {
    @Nullable Object run(MagicCall call) throws Exception;
  }

  private static final Pattern WORD = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+)");

  private final MagicSpec spec;
  private final Run run;

  JJavaMagic(String name, Set<Form> forms, Run run) {
    this.run = run;
    this.spec =
        new MagicSpec(
            name,
            forms,
            "from a library",
            List.of((forms.contains(Form.LINE) ? "%" : "%%") + name + " …"),
            List.of(),
            "Registered by a library on the class path; see its documentation.",
            Object.class);
  }

  @Override
  public MagicSpec spec() {
    return spec;
  }

  @Override
  public @Nullable Object run(MagicCall call) throws Exception {
    return run.run(call);
  }

  /** Words, those in double quotes whole and with their escapes resolved, as jjava splits. */
  static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      String quoted = matcher.group(1);
      words.add(quoted == null ? matcher.group(2) : quoted.replaceAll("\\\\(.)", "$1"));
    }
    return words;
  }

  /** Words as they would be typed. */
  static String line(List<String> words) {
    return words.stream()
        .map(word -> word.matches("[^\\s\"]+") ? word : '"' + word.replace("\"", "\\\"") + '"')
        .collect(java.util.stream.Collectors.joining(" "));
  }
}
