package org.jacobean.kernel.bridge;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Function;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.DisplayDataRenderable;
import org.dflib.jjava.jupyter.kernel.display.RenderFunction;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.jspecify.annotations.Nullable;

/** jjava's renderer, which can also say whether it knows a value. */
final class KnownRenderer extends Renderer {
  private final Set<Class<?>> types = new CopyOnWriteArraySet<>();
  private Function<Object, @Nullable DisplayData> others = value -> null;

  /** Who renders what no library registered. */
  void leaveOthersTo(Function<Object, @Nullable DisplayData> renderer) {
    others = renderer;
  }

  /** Also what {@code display(value)} calls: it shows a value as a cell's result is shown. */
  @Override
  public DisplayData render(@Nullable Object value, Map<String, Object> parameters) {
    DisplayData rendered = value == null || renders(value) ? null : others.apply(value);
    return rendered != null ? rendered : super.render(value, parameters);
  }

  @Override
  public DisplayData render(@Nullable Object value) {
    return render(value, Map.of());
  }

  @Override
  public <T> void register(
      Set<MIMEType> supported,
      Set<MIMEType> preferred,
      Set<Class<? extends T>> of,
      RenderFunction<T> function) {
    super.register(supported, preferred, of, function);
    types.addAll(of);
  }

  /**
   * What jjava registered by itself is left to our own renderers, which know those types better.
   */
  void forgetDefaults() {
    types.clear();
  }

  boolean renders(Object value) {
    return value instanceof DisplayDataRenderable
        || types.stream().anyMatch(type -> type.isInstance(value));
  }
}
