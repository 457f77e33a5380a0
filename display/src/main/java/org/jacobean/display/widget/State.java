package org.jacobean.display.widget;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The synchronised values of a widget; arrays of numbers travel as bytes beside the JSON. */
final class State {
  private static final Gson GSON =
      new GsonBuilder().serializeNulls().serializeSpecialFloatingPointValues().create();

  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

  synchronized void put(String key, @Nullable Object value) {
    values.put(key, value);
  }

  synchronized @Nullable Object get(String key) {
    return values.get(key);
  }

  synchronized List<String> keys() {
    return new ArrayList<>(values.keySet());
  }

  /** Some values as JSON; binary ones go to the buffers, their places to the paths. */
  synchronized JsonObject write(
      List<String> keys, List<String> prefix, JsonArray paths, List<byte[]> buffers) {
    JsonObject json = new JsonObject();
    for (String key : keys) {
      byte[] bytes = bytes(values.get(key));
      if (bytes == null) {
        json.add(key, json(values.get(key)));
      } else {
        JsonArray path = new JsonArray();
        prefix.forEach(path::add);
        path.add(key);
        paths.add(path);
        buffers.add(bytes);
      }
    }
    return json;
  }

  private static byte @Nullable [] bytes(@Nullable Object value) {
    if (value instanceof byte[] bytes) {
      return bytes;
    }
    return value instanceof double[] numbers ? Widget.bytes(numbers) : null;
  }

  /** JSON as the front end writes it: a widget is named by its model. */
  static JsonElement json(@Nullable Object value) {
    if (value == null) {
      return JsonNull.INSTANCE;
    }
    if (value instanceof Widget widget) {
      return new JsonPrimitive("IPY_MODEL_" + widget.id());
    }
    if (value instanceof List<?> list) {
      JsonArray array = new JsonArray();
      list.forEach(element -> array.add(json(element)));
      return array;
    }
    if (value instanceof Map<?, ?> map) {
      JsonObject object = new JsonObject();
      map.forEach((key, element) -> object.add(String.valueOf(key), json(element)));
      return object;
    }
    if (value instanceof Double d && !Double.isFinite(d)) {
      return JsonNull.INSTANCE;
    }
    return GSON.toJsonTree(value);
  }

  /** Plain Java of what came: numbers as Double, objects as maps. */
  static @Nullable Object plain(JsonElement json) {
    return GSON.fromJson(json, Object.class);
  }
}
