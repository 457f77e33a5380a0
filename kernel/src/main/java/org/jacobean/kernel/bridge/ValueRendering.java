package org.jacobean.kernel.bridge;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jacobean.kernel.extend.ValueRenderer;
import org.jacobean.kernel.protocol.Rendering;
import org.jacobean.kernel.wire.Log;
import org.jspecify.annotations.Nullable;

/**
 * How values are shown: what libraries registered with jjava's renderer first, then the {@link
 * ValueRenderer} services, else as text. For a number nothing of that is loaded.
 */
final class ValueRendering implements Rendering {
  private final Parts parts;
  private final JJava jjava;
  private @Nullable List<ValueRenderer> services;
  private int servicesOf;

  ValueRendering(Parts parts, JJava jjava) {
    this.parts = parts;
    this.jjava = jjava;
    jjava.leaveOthersTo(value -> PlainText.isSimple(value) ? null : byService(value));
  }

  @Override
  public Bundle render(@Nullable Object value) {
    DisplayData special = special(value);
    if (special == null) {
      return Bundle.text(PlainText.of(value));
    }
    Bundle bundle = Bundles.of(special);
    return hasText(bundle) ? bundle : withText(bundle, value);
  }

  private static boolean hasText(Bundle bundle) {
    Object text = bundle.data().get("text/plain");
    return text != null && !text.toString().isEmpty();
  }

  private static Bundle withText(Bundle bundle, @Nullable Object value) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>(bundle.data());
    data.put("text/plain", value instanceof DisplayData ? "<display>" : PlainText.of(value));
    return new Bundle(data, bundle.metadata(), bundle.transientData());
  }

  DisplayData display(@Nullable Object value) {
    DisplayData special = special(value);
    return special == null ? new DisplayData(PlainText.of(value)) : special;
  }

  /** A rendering that fails is logged and leaves the value its text. */
  private @Nullable DisplayData special(@Nullable Object value) {
    if (value instanceof DisplayData ready) {
      return ready;
    }
    try {
      DisplayData registered = value == null ? null : jjava.render(value);
      return registered != null || PlainText.isSimple(value) ? registered : byService(value);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      Log.warn("A rendering failed", e);
      return null;
    }
  }

  @Nullable DisplayData byService(@Nullable Object value) {
    if (value != null) {
      for (ValueRenderer renderer : services()) {
        if (renderer.renders(value)) {
          return renderer.render(value);
        }
      }
    }
    return null;
  }

  /** Looked up again when jars were added. */
  private synchronized List<ValueRenderer> services() {
    int added = parts.session().get().classpath().size();
    List<ValueRenderer> known = services;
    if (known == null || servicesOf != added) {
      known = load(parts.session().get().loader());
      services = known;
      servicesOf = added;
    }
    return known;
  }

  private static List<ValueRenderer> load(ClassLoader loader) {
    List<ValueRenderer> found = new ArrayList<>();
    Iterator<ValueRenderer> all = ServiceLoader.load(ValueRenderer.class, loader).iterator();
    while (true) {
      try {
        if (!all.hasNext()) {
          return found;
        }
        found.add(all.next());
      } catch (ServiceConfigurationError | LinkageError e) {
        Log.warn("A renderer was not loaded", e);
      }
    }
  }
}
