package org.jacobean.kernel.session.complete;

import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jacobean.kernel.extend.MagicSpec;
import org.jspecify.annotations.Nullable;

/** Offers magics after a percent sign and, after a magic, what it declares to understand. */
final class Magics {
  private static final Pattern NAME = Pattern.compile("(?:^|=)\\s*(%{1,2})([\\w.]*)$");
  private static final Pattern ARGUMENT =
      Pattern.compile("(?:^|=)\\s*%{1,2}([\\w.]+)\\s(?:.*[\\s(,])?([^\\s(,]*)$");

  /**
   * A cursor at a magic.
   *
   * @param start of the word being typed, percent signs included
   * @param magic whose argument it is; empty when its name is being typed
   */
  record Place(int start, String magic, boolean atTop) {
    boolean isArgument() {
      return !magic.isEmpty();
    }
  }

  private final Supplier<List<MagicSpec>> specs;

  Magics(Supplier<List<MagicSpec>> specs) {
    this.specs = specs;
  }

  boolean isKnown(String name) {
    return specs.get().stream().anyMatch(spec -> spec.name().equals(name));
  }

  @Nullable Place place(String source, int cursor) {
    int lineStart = source.lastIndexOf('\n', cursor - 1) + 1;
    String line = source.substring(lineStart, cursor);
    boolean atTop = source.substring(0, lineStart).isBlank();
    Matcher name = NAME.matcher(line);
    if (name.find()) {
      return new Place(lineStart + name.start(1), "", atTop);
    }
    Matcher argument = ARGUMENT.matcher(line);
    if (argument.find() && isKnown(argument.group(1)) && !argument.group(2).contains(".")) {
      return new Place(lineStart + argument.start(2), argument.group(1), atTop);
    }
    return null;
  }

  void offer(Place place, Items items) {
    for (MagicSpec spec : specs.get()) {
      if (place.isArgument()) {
        if (spec.name().equals(place.magic())) {
          options(spec, items);
        }
      } else {
        names(spec, place.atTop(), items);
      }
    }
  }

  private static void names(MagicSpec spec, boolean atTop, Items items) {
    if (spec.forms().contains(MagicSpec.Form.LINE)) {
      items.add("%" + spec.name(), "magic", spec.summary());
    }
    if (spec.forms().contains(MagicSpec.Form.CELL) && atTop) {
      items.add("%%" + spec.name(), "magic", spec.summary());
    }
  }

  private static void options(MagicSpec spec, Items items) {
    for (MagicSpec.Option option : spec.options()) {
      items.add(option.word(), "keyword", option.summary());
    }
  }
}
