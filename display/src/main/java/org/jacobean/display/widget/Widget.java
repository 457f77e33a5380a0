package org.jacobean.display.widget;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.messages.comm.CommOpenCommand;
import org.jacobean.display.Bundle;
import org.jacobean.display.DisplayException;
import org.jacobean.display.RunningNotebook;
import org.jacobean.display.Showable;
import org.jspecify.annotations.Nullable;

/**
 * A value that stands in the notebook and in the kernel at once. It is made without a front end and
 * opened when it is first shown or named by another widget.
 */
public abstract class Widget implements Showable {
  private static final String TARGET = "jupyter.widget";
  private static final String VIEW = "application/vnd.jupyter.widget-view+json";

  private final State state = new State();
  private final Map<String, List<Consumer<@Nullable Object>>> observers = new ConcurrentHashMap<>();
  private @Nullable Line line;

  /** A model of a front-end module and the view that shows it; no view for a model of style. */
  protected Widget(String module, String version, String model, @Nullable String view) {
    state.put("_model_module", module);
    state.put("_model_module_version", version);
    state.put("_model_name", model);
    state.put("_view_module", module);
    state.put("_view_module_version", version);
    state.put("_view_name", view);
  }

  /** Sets a synchronised value, here and in the front end. */
  protected final void set(String key, @Nullable Object value) {
    state.put(key, value);
    push(List.of(key));
  }

  protected final @Nullable Object get(String key) {
    return state.get(key);
  }

  /** Calls back with each new value of a key that comes from the front end. */
  protected final void observe(String key, Consumer<@Nullable Object> observer) {
    observers.computeIfAbsent(key, k -> new CopyOnWriteArrayList<>()).add(observer);
  }

  /** What the front end sends besides values; a custom widget overrides it. */
  protected void received(Map<String, @Nullable Object> content, List<byte[]> buffers) {}

  /** Sends something besides values to the widget's own front end. */
  protected final void send(Map<String, ? extends @Nullable Object> content, List<byte[]> buffers) {
    JsonObject data = new JsonObject();
    data.addProperty("method", "custom");
    data.add("content", State.json(content));
    Line open = opened();
    if (open != null) {
      open.say(data, buffers);
    }
  }

  /** The model's identity; opens the widget. */
  public final synchronized String id() {
    if (line == null) {
      line = open();
    }
    return line.getID();
  }

  /** Takes the widget off every page. */
  public final synchronized void close() {
    if (line != null && !line.isClosed()) {
      line.close();
    }
  }

  private synchronized @Nullable Line opened() {
    return line;
  }

  private Line open() {
    CommManager comms =
        RunningNotebook.find().orElseThrow(DisplayException.NoNotebook::new).getCommManager();
    Control.listen(comms);
    // widgets named in the state are opened first, so that the front end can resolve them
    JsonArray paths = new JsonArray();
    List<byte[]> buffers = new ArrayList<>();
    JsonObject values = state.write(state.keys(), List.of(), paths, buffers);
    return comms.openComm(
        TARGET,
        (manager, id, target, opening) -> {
          CommOpenCommand command = opening.getContent();
          command.getData().add("state", values);
          command.getData().add("buffer_paths", paths);
          opening.getMetadata().put("version", "2.1.0");
          opening.getBlobs().addAll(buffers);
          return new Line(manager, id, target, this);
        });
  }

  private void push(List<String> keys) {
    Line open = opened();
    if (open == null) {
      return;
    }
    JsonObject data = new JsonObject();
    JsonArray paths = new JsonArray();
    List<byte[]> buffers = new ArrayList<>();
    data.addProperty("method", "update");
    data.add("state", state.write(keys, List.of(), paths, buffers));
    data.add("buffer_paths", paths);
    open.say(data, buffers);
  }

  /** What {@code request_states} is told of this widget. */
  final JsonObject description(String id, JsonArray paths, List<byte[]> buffers) {
    JsonObject json = new JsonObject();
    json.add("model_name", State.json(state.get("_model_name")));
    json.add("model_module", State.json(state.get("_model_module")));
    json.add("model_module_version", State.json(state.get("_model_module_version")));
    json.add("state", state.write(state.keys(), List.of(id, "state"), paths, buffers));
    return json;
  }

  final void heard(JsonObject data, List<byte[]> buffers) {
    String method = data.has("method") ? data.get("method").getAsString() : "";
    switch (method) {
      case "update" -> update(data, buffers);
      case "request_state" -> push(state.keys());
      case "custom" -> {
        Object content = State.plain(data.get("content"));
        if (content instanceof Map<?, ?> map) {
          received(stringKeys(map), buffers);
        }
      }
      default -> {}
    }
  }

  private static Map<String, @Nullable Object> stringKeys(Map<?, ?> map) {
    Map<String, @Nullable Object> keys = new java.util.LinkedHashMap<>();
    map.forEach((key, value) -> keys.put(String.valueOf(key), value));
    return keys;
  }

  /** All new values are in place before the first observer is called. */
  private void update(JsonObject data, List<byte[]> buffers) {
    List<String> changed = new ArrayList<>();
    for (Map.Entry<String, JsonElement> e : data.getAsJsonObject("state").entrySet()) {
      state.put(e.getKey(), State.plain(e.getValue()));
      changed.add(e.getKey());
    }
    JsonArray paths =
        data.has("buffer_paths") ? data.getAsJsonArray("buffer_paths") : new JsonArray();
    for (int i = 0; i < paths.size() && i < buffers.size(); i++) {
      String key = paths.get(i).getAsJsonArray().get(0).getAsString();
      state.put(key, buffers.get(i));
      changed.add(key);
    }
    for (String key : changed) {
      for (Consumer<@Nullable Object> observer : observers.getOrDefault(key, List.of())) {
        observer.accept(state.get(key));
      }
    }
  }

  final void closed() {
    observers.clear();
  }

  /** The numbers of a binary value. */
  protected static double[] doubles(byte[] bytes) {
    double[] numbers = new double[bytes.length / 8];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(numbers);
    return numbers;
  }

  /** Numbers as a binary value. */
  protected static byte[] bytes(double[] numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asDoubleBuffer().put(numbers);
    return bytes.array();
  }

  /** What a reader without widgets sees in its place. */
  protected String plain() {
    return getClass().getSimpleName();
  }

  @Override
  public Bundle show() {
    JsonObject view = new JsonObject();
    view.addProperty("version_major", 2);
    view.addProperty("version_minor", 0);
    view.addProperty("model_id", id());
    return Bundle.of(plain()).with(VIEW, view.toString());
  }

  @Override
  public String toString() {
    return plain();
  }
}
