package org.jacobean.kernel.bridge;

import java.lang.reflect.Field;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jacobean.kernel.protocol.Rendering.Bundle;
import org.jacobean.kernel.wire.Json;
import org.jspecify.annotations.Nullable;

/** jjava's display data, which tells nobody what it holds, as a bundle. */
final class Bundles {
  private static final Field DATA = field("data");
  private static final Field METADATA = field("metadata");
  private static final Field TRANSIENT = field("transientData");

  private Bundles() {}

  private static Field field(String name) {
    try {
      Field field = DisplayData.class.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  static Bundle of(DisplayData display) {
    return new Bundle(map(DATA, display), map(METADATA, display), map(TRANSIENT, display));
  }

  private static Map<String, @Nullable Object> map(Field field, DisplayData display) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    try {
      if (field.get(display) instanceof Map<?, ?> map) {
        map.forEach((key, value) -> copy.put(String.valueOf(key), json(value)));
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("jjava's DisplayData cannot be read", e);
    }
    return copy;
  }

  /** Images are sent in base 64; gson's trees are JSON already. */
  private static @Nullable Object json(@Nullable Object value) {
    if (value instanceof byte[] bytes) {
      return Base64.getEncoder().encodeToString(bytes);
    }
    return value instanceof com.google.gson.JsonElement tree
        ? new Json.Raw(tree.toString())
        : value;
  }
}
