package org.jacobean.kernel.magic;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jacobean.kernel.extend.Magic;
import org.jacobean.kernel.extend.MagicCall;
import org.jacobean.kernel.extend.MagicException;
import org.jacobean.kernel.extend.MagicSpec;
import org.jacobean.kernel.extend.MagicSpec.Form;
import org.jacobean.kernel.extend.Notebook;
import org.jacobean.kernel.extend.Shared;
import org.jacobean.kernel.session.MagicRunner;
import org.jspecify.annotations.Nullable;

/**
 * The magics on the class path by name. Nothing is looked up before the first percent sign is
 * typed, so that a kernel starts without them.
 */
public final class Magics implements MagicRunner {
  private final ClassLoader loader;
  private final Supplier<Notebook> notebook;
  private final Shared shared = new Shared();
  private final List<String> broken = new ArrayList<>();
  private final Map<String, Magic> registered = new TreeMap<>();
  private @Nullable Map<String, Magic> found;

  /**
   * @param loader whose service files name the magics
   * @param notebook the session they run in, asked for at each call
   */
  public Magics(ClassLoader loader, Supplier<Notebook> notebook) {
    this.loader = loader;
    this.notebook = notebook;
  }

  @Override
  public Optional<MagicSpec> find(String name) {
    return Optional.ofNullable(magic(withoutQuestion(name))).map(Magic::spec);
  }

  @Override
  public List<MagicSpec> all() {
    var specs = new TreeMap<String, MagicSpec>();
    byName().values().forEach(magic -> specs.put(magic.spec().name(), magic.spec()));
    return List.copyOf(specs.values());
  }

  /** Adds a magic at run time, or replaces the one of the same name. */
  public synchronized void register(Magic magic) {
    registered.put(magic.spec().name(), magic);
    found = null;
  }

  @Override
  public @Nullable Object run(String name, String line, @Nullable String body) throws Exception {
    Magic magic = magic(withoutQuestion(name));
    if (magic == null) {
      throw unknown(withoutQuestion(name), body);
    }
    if (name.endsWith("?") || line.matches("\\?+")) {
      notebook.get().display(MagicPage.of(magic.spec()).bundle());
      return null;
    }
    return magic.run(checked(magic.spec(), name, line, body));
  }

  private MagicCall checked(MagicSpec spec, String name, String line, @Nullable String body)
      throws MagicException {
    Form form = body == null ? Form.LINE : Form.CELL;
    if (!spec.forms().contains(form)) {
      throw new MagicException(
          form == Form.LINE
              ? "%%%s works on the cell below it: put %%%%%s on a cell's first line"
                  .formatted(name, name)
              : "%%%%%s takes no cell: write %%%s on a line of its own".formatted(name, name));
    }
    return new MagicCall(name, line.strip(), body, notebook.get(), shared);
  }

  private static String withoutQuestion(String name) {
    return name.replaceFirst("\\?+$", "");
  }

  private @Nullable Magic magic(String name) {
    return byName().get(name);
  }

  private MagicException unknown(String name, @Nullable String body) {
    String percents = body == null ? "%" : "%%";
    String meant =
        Nearest.to(name, byName().keySet())
            .map(near -> " Did you mean " + marked(near) + "?")
            .orElse("");
    String lost = broken.isEmpty() ? "" : ". Could not be loaded: " + String.join("; ", broken);
    return new MagicException(
        percents + name + " is not a magic." + meant + " %lsmagic lists them all" + lost);
  }

  private String marked(String name) {
    Magic magic = byName().get(name);
    boolean line = magic != null && magic.spec().forms().contains(Form.LINE);
    return (line ? "%" : "%%") + name;
  }

  private synchronized Map<String, Magic> byName() {
    if (found == null) {
      var names = new LinkedHashMap<String, Magic>();
      services().forEach(magic -> enter(names, magic));
      registered.values().forEach(magic -> enter(names, magic));
      found = names;
    }
    return found;
  }

  private static void enter(Map<String, Magic> names, Magic magic) {
    magic.aliases().forEach(alias -> names.put(alias, magic));
    names.put(magic.spec().name(), magic);
  }

  /** One magic that cannot be loaded must not take the others with it. */
  private List<Magic> services() {
    var magics = new ArrayList<Magic>();
    broken.clear();
    Iterator<Magic> services = ServiceLoader.load(Magic.class, loader).iterator();
    while (true) {
      try {
        if (!services.hasNext()) {
          return magics;
        }
        magics.add(services.next());
      } catch (ServiceConfigurationError | LinkageError e) {
        broken.add(String.valueOf(e.getMessage()));
      }
    }
  }
}
