package org.jacobean.kernel.compat;

import java.lang.reflect.Field;
import java.util.Map;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/**
 * Display data between IJava's type and jjava's, which are the same but for their package. Neither
 * tells what it holds, so the fields are read.
 */
public final class LegacyData {
  private LegacyData() {}

  public static DisplayData toJJava(io.github.spencerpark.jupyter.kernel.display.DisplayData from) {
    var to = new DisplayData();
    entries(from, "data").forEach((key, value) -> to.putData(String.valueOf(key), value));
    entries(from, "metadata").forEach((key, value) -> to.putMetaData(String.valueOf(key), value));
    entries(from, "transientData")
        .forEach((key, value) -> to.putTransientData(String.valueOf(key), value));
    return to;
  }

  public static io.github.spencerpark.jupyter.kernel.display.DisplayData toIJava(DisplayData from) {
    var to = new io.github.spencerpark.jupyter.kernel.display.DisplayData();
    entries(from, "data").forEach((key, value) -> to.putData(String.valueOf(key), value));
    entries(from, "metadata").forEach((key, value) -> to.putMetaData(String.valueOf(key), value));
    entries(from, "transientData")
        .forEach((key, value) -> to.putTransientData(String.valueOf(key), value));
    return to;
  }

  private static Map<?, ?> entries(Object bundle, String name) {
    for (Class<?> type = bundle.getClass(); type != Object.class; type = type.getSuperclass()) {
      try {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(bundle) instanceof Map<?, ?> map ? map : Map.of();
      } catch (NoSuchFieldException e) {
        // The messages that carry display data extend it: the field is a class further up.
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }
    return Map.of();
  }
}
